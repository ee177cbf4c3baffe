import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { groupedReceipt } from '#domain/sealed/receipt.ts'

/** The code with which the family asks how it stands. It is shown this once; no paper and no phone says what it is about. */
export function Slip({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const words = useWords('sealed')
  return (
    <>
      <p className="lead">{words.copyIt}</p>
      <p className="slip-code">{groupedReceipt(code)}</p>
      <Dots lines={words.slip.map(says => ({ id: says, says }))} />
      <div className="form-end">
        <Button kind="first" wide onPress={onDone}>
          {words.copied}
        </Button>
      </div>
    </>
  )
}
