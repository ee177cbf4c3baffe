import { useDeskWords } from '#app/i18n/desk-words.tsx'
import type { CatalogueProblem } from '#domain/catalogues/catalogue.ts'

/** What is wrong in one field, with the place in it: 第 21 个字，「income」：… */
export function useFaultWords(): (problem: Pick<CatalogueProblem, 'because' | 'part' | 'at'>) => string {
  const words = useDeskWords('catalogues')
  return ({ because, part = '', at = null }) => words.fault(at, part, words.faults[because])
}

/** The same with the line and the field it stands in: 第 3 条「高龄津贴」，讲给人听的话：还空着。 */
export function useProblemWords(
  fieldWords: Readonly<Record<string, string>>,
): (problem: CatalogueProblem) => string {
  const words = useDeskWords('catalogues')
  const faultIn = useFaultWords()
  return problem => {
    const { line, title, field } = problem
    const [name = ''] = field.split('.')
    const where = [line === null ? words.wholeCatalogue : words.line(line, title), fieldWords[name] ?? name]
    return `${where.filter(one => one !== '').join(' · ')} · ${faultIn(problem)}`
  }
}
