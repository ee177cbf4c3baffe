/** What came of a press, said under it. */
export const Says = ({ children }: { readonly children: string | undefined }) => (
  <p className="small two" role="status">
    {children}
  </p>
)
