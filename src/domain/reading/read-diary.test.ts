import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import type { Finding } from './finding.ts'
import { passesIdentityCheck } from './identity-number.ts'
import { readDiary } from './read-diary.ts'

const friday = asDay('2026-04-17')
const read = (text: string): readonly Finding[] => readDiary(text, friday)
const needs = (text: string) => read(text).filter(one => one.kind === 'need')
const promises = (text: string) => read(text).filter(one => one.kind === 'promise')

test('[H9] a day of the kind the drawings show is read whole', () => {
  const diary =
    '守田叔在院坝劈柴。先把镇里的话讲了，路排在下半年。二楼还是上不去水，水管员没来过。我说下周三前把他请来。' +
    '婶子问住校的伢有没得补助。灶屋的灯泡老闪，老田当场换了。电话改成15800006630。'
  expect(read(diary)).toMatchObject([
    { kind: 'need', category: '基础设施', done: false },
    { kind: 'promise', by: 'visitor', dueOn: '2026-04-22' },
    { kind: 'policy-question', topic: '助学' },
    { kind: 'need', category: '家庭个性', done: true },
    { kind: 'fact', key: 'telephone' },
  ])
})

test('[H9] what was settled, denied, supposed or taken back is no need', () => {
  expect(needs('门口的路去年已经修好了。')).toEqual([])
  expect(needs('今年不缺水了。')).toEqual([])
  expect(needs('他说要是哪天房子漏雨了再来找我们。')).toEqual([])
  expect(needs('瓦漏了几片，他说自己会捡，不用你们管。')).toEqual([])
})

test('[H9] a problem and the wish that follows from it are one need', () => {
  expect(needs('进湾的路烂得车过不去，盼着能硬化一下。')).toHaveLength(1)
})

test('[H9] matters listed one after another stay apart', () => {
  expect(needs('三件事：堰塘漏水；垃圾没人收；路灯不亮。')).toHaveLength(3)
})

test('[H9] what many homes have is shared, what only a rule could change is policy', () => {
  expect(needs('湾里几十户都没有信号。')).toMatchObject([{ level: 'shared' }])
  expect(needs('公益林补得太低，管护都不够。')).toMatchObject([{ level: 'policy' }])
})

test('[H20] the giver of a promise is told from the family', () => {
  expect(promises('我说明天送药来。')).toMatchObject([{ by: 'visitor', dueOn: '2026-04-18' }])
  expect(promises('支书答应月底前把渠疏通。')).toMatchObject([{ by: 'cadre', dueOn: '2026-04-30' }])
  expect(promises('我打了电话，水厂说后天来人修。')).toMatchObject([
    { by: 'department', dueOn: '2026-04-19' },
  ])
  expect(promises('他说明天去镇上卖茶。')).toEqual([])
  expect(promises('我没敢答应什么。')).toEqual([])
})

test('[H19] an old matter is named and nothing more is read out of it', () => {
  expect(read('他又提起八几年分田少分了四分，说到现在没个说法。').map(one => one.kind)).toEqual([
    'old-matter',
  ])
})

test('[H9] the writer is warned of what is sensitive, once each', () => {
  const found = read(
    '他有糖尿病，糖尿病好几年了。身份证11010519491231002X。有人说他是钉子户。一个月工资两千三。',
  )
  expect(found.filter(one => one.kind === 'sensitive').map(one => one.what)).toEqual([
    'illness',
    'identity-number',
    'label-word',
    'income',
  ])
})

test('an identity number is known by its check sign', () => {
  expect(passesIdentityCheck('11010519491231002X')).toBe(true)
  expect(passesIdentityCheck('110105194912310021')).toBe(false)
  expect(passesIdentityCheck('202311080000000024')).toBe(false)
})

test('[H9] nothing is found in nothing, and odd text does no harm', () => {
  expect(read('')).toEqual([])
  expect(read('\n\n。。。“”')).toEqual([])
  expect(read('😀'.repeat(50))).toEqual([])
  expect(read(`${'水'.repeat(5000)}坏了`).length).toBeLessThan(5)
})

const warnings = (text: string) =>
  read(text)
    .filter(one => one.kind === 'sensitive')
    .map(one => one.what)

test('[H9] a slip in an identity number is warned of too, a contract number is not', () => {
  expect(warnings('她身份证号是420325196006181247，让我帮着抄。')).toEqual(['identity-number'])
  expect(warnings('采伐证编号420325202311089991，明年到期。')).toEqual([])
})

test('[H9] an illness by name is warned of, an ailment, an animal or an old limb is not', () => {
  expect(warnings('老人查出了肺癌，还瞒着他。')).toEqual(['illness'])
  expect(warnings('他有点感冒，腿脚不好，耳朵也背。')).toEqual([])
  expect(warnings('猪得了猪瘟，死了三头。')).toEqual([])
})

test('[H9] what a family earns or owes is warned of, prices and what is still to be paid are not', () => {
  expect(warnings('他在厂里一个月挣四千五。')).toEqual(['income'])
  expect(warnings('家里还欠着信用社三万块。')).toEqual(['income'])
  expect(warnings('化肥涨到一百八一袋。')).toEqual([])
})

test('[H9] a word that labels a person is warned of though it is only quoted', () => {
  expect(warnings('有人说她是“刺头”，我看她只是急。')).toEqual(['label-word'])
  expect(warnings('天公不配合，下了一天雨。')).toEqual([])
})
