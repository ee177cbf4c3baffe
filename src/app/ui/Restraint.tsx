import { useWords } from '#app/i18n/words.tsx'

/** When an old account is raised: listen, do not question, do not judge, do not promise; then the one question [H19]. */
export function Restraint() {
  const { old } = useWords('talk')
  const { quoted } = useWords('base')
  return (
    <>
      <p className="hush">
        {old.hush.map(hush => (
          <span key={hush}>{hush}</span>
        ))}
      </p>
      <h1 className="ask">{quoted(old.ask)}</h1>
      <p className="aside">{old.once}</p>
    </>
  )
}
