import type { Kin } from '../talk-line.ts'

/*
 * Kin words by age, seen from a visitor of middle age. Hubei says 爹 and 婆 to the old; its north-west, around 十堰, says
 * 爷 and 婆. Samples: the office writes what is said in its own county.
 */
const older = { male: 'Uncle', female: 'Auntie' }
const oldest = { male: 'Grandpa', female: 'Grandma' }

export const kin: readonly Kin[] = [
  { id: 'kin-80', part: 'kin', area: '', from: 80, male: '爷爷', female: '奶奶', english: oldest },
  { id: 'kin-55', part: 'kin', area: '', from: 55, male: '叔', female: '婶', english: older },
  {
    id: 'kin-30',
    part: 'kin',
    area: '',
    from: 30,
    male: '哥',
    female: '姐',
    english: { male: 'Brother', female: 'Sister' },
  },
  { id: 'kin-80-hubei', part: 'kin', area: '42', from: 80, male: '爹', female: '婆', english: oldest },
  { id: 'kin-80-shiyan', part: 'kin', area: '4203', from: 80, male: '爷', female: '婆', english: oldest },
]
