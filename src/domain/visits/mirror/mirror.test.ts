import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { readDiary } from '#domain/reading/read-diary.ts'
import { mirrorOf } from './mirror.ts'

const mirror = (diary: string, otherDiariesOfMine: readonly string[] = []) =>
  mirrorOf(diary, { otherDiariesOfMine, findings: readDiary(diary, asDay('2026-04-17')) })
const codes = (diary: string, others: readonly string[] = []) => mirror(diary, others).map(hint => hint.code)

test('[H14] a promise without a day is shown back with its words', () => {
  const [hint] = mirror('灶屋的水管漏水。我答应帮他请人来修。')
  expect(hint).toMatchObject({ heart: 'responsibility', code: 'promise-without-day' })
  expect(hint?.words?.quote).toContain('请人来修')
})

test('[H14] a day that is set is said well, with whom it rests on', () => {
  expect(codes('二楼还是上不去水。我说下周三前把水管员请来。')).toContain('day-is-set')
})

test('[H14] seven questions in a row are noticed', () => {
  const asked =
    '我问了人口，又问了田亩，我问猪有几头，又问儿子在哪，我问药费，还问满不满意，我问电话。他答一句看一眼墙。'
  expect(codes(asked)).toContain('many-questions')
})

test('[H14] one question is no interrogation', () => {
  expect(codes('我问他今年苞谷几时下种，他讲了一下午，越讲越高兴。')).not.toContain('many-questions')
})

test('[H14] a diary that reads like another one asks what is particular to this family', () => {
  const first =
    '上午到老周家走访，宣传了惠农政策，了解了家庭基本情况，叮嘱注意防火防汛，家里一切都好，没有什么困难，群众表示满意。'
  const second = first.replace('老周', '老吴')
  expect(mirror(second, [first])[0]).toMatchObject({ heart: 'genuineness', code: 'like-another-diary' })
  expect(codes(second, ['下雨，和老吴在屋檐下剥了一下午苞谷，他讲年轻时放排的事，讲到天黑。'])).not.toContain(
    'like-another-diary',
  )
})

test('[H14] [H19] an old matter that is asked about, or promised about, is noticed', () => {
  expect(codes('他又提起九八年修路占地的补偿款一直没给。我追问了当年是谁经手的。')).toContain(
    'old-matter-dug',
  )
  expect(codes('他又提起九八年修路占地的补偿款一直没给，我答应帮他要回来。')).toContain('old-matter-promised')
})

test('[H14] a word that grades the family is shown back', () => {
  expect(codes('来之前就听说这户不配合，果然话不多。坐了一会儿，说了说天气。')).toContain('words-that-grade')
})

test('[H14] a need nobody took a step for is noticed, one with a promise is not', () => {
  expect(codes('她说门口的路断了半年，车进不来。')).toContain('need-without-next-step')
  expect(codes('她说门口的路断了半年，车进不来。我说周五前去镇上问清楚，回来告诉您。')).not.toContain(
    'need-without-next-step',
  )
})

test('[H14] the mirror says at most two things, one a heart, and its words stand in the diary', () => {
  const diary =
    '来之前说这户难缠。我问人口，又问收入，我问意见，又问满不满意，我问电话。他讲水管坏了，问医保怎么报销。我答应帮他去问。'
  const hints = mirror(diary)
  expect(hints.length).toBeLessThanOrEqual(2)
  expect(new Set(hints.map(hint => hint.heart)).size).toBe(hints.length)
  for (const { words } of hints) if (words) expect(diary.slice(words.start, words.end)).toBe(words.quote)
})

test('[H14] an ordinary good visit is left in peace', () => {
  expect(codes('陪老人剥了一下午豆子，她讲孙子考了第一，笑得合不拢嘴。别的都好。')).toEqual([])
})
