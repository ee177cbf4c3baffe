import { join } from 'node:path'
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { bodySchemas, envelope } from '#sync/change.schema.ts'
import { syncRequest } from '#sync/wire.schema.ts'
import { breachesIn, breachesInRoute, closedList, type Breach } from './closed-list.ts'
import { namesInFolder, namesInSchema, namesInSource, type Named } from './names.ts'

const breachesOf = (names: readonly Named[]): readonly Breach[] =>
  names.flatMap(({ where, name }) => breachesIn(where, name))

const json = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any' })

test('[F1] [F3] [F4] [H10] no message on the wire has a field or a word of the closed list', () => {
  const names = [
    ...namesInSchema('sync', json(syncRequest)),
    ...namesInSchema('change', json(envelope)),
    ...Object.entries(bodySchemas).flatMap(([kind, schema]) => [
      { where: kind, name: kind },
      ...namesInSchema(kind, json(schema)),
    ]),
  ]
  expect(names.length).toBeGreaterThan(150)
  expect(names.map(({ name }) => name)).toContain('telephone')
  expect(breachesOf(names)).toEqual([])
})

test('[F1] [F3] [F4] [H10] nothing in the domain, the sync and the server has a field of the closed list', () => {
  const folder = (name: string) => namesInFolder(join(import.meta.dirname, '../../src', name))
  const names = [...folder('domain'), ...folder('sync'), ...folder('server')]
  expect(names.length).toBeGreaterThan(500)
  const breaches = breachesOf(names).filter(
    ({ where }) => !allowed.some(({ place }) => where.endsWith(place)),
  )
  expect(breaches).toEqual([])
})

/** Names that mean something else where they stand; each says what. */
const allowed: readonly { readonly place: string; readonly because: string }[] = [
  {
    place: 'http/app.ts: trustProxy',
    because: 'a setting of the web server: which machine may say how a request came in',
  },
]

test('the list catches what it names, however it is written', () => {
  const planted = [
    'score',
    'visitScore',
    'household_grade',
    'rank',
    'riskLevel',
    'trust_level',
    'stability',
    'petitioner',
    'attitude',
    'politicalStatus',
    'religion',
    'biometric',
    'latitude',
    'home_longitude',
    'lastPosition',
    'tracks',
    'check-in',
    'checkIn',
    'photo',
    'photos',
    'visit_count',
    'visitsPerPerson',
    'visits_by_visitor',
    'hours',
    'kilometres',
    'loginCount',
    'log_in_count',
    'online-time',
    'quota',
    '积分',
    '走访次数',
    '家庭风险',
    '上访户',
    '人脸照片',
    '定位',
    '打卡时间',
    '排名',
    '里程',
    '政治面貌',
  ]
  expect(planted.filter(name => breachesIn('planted', name).length === 0)).toEqual([])
})

test('every name of the list is caught as a column, a field and part of a longer name', () => {
  for (const { names, chinese } of closedList) {
    for (const name of names) {
      const [snake, camel] = [
        name.replaceAll(' ', '_'),
        name.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
      ]
      for (const written of [
        snake,
        camel,
        `person_${snake}`,
        `${snake}_of_person`,
        `the${camel[0]?.toUpperCase()}${camel.slice(1)}`,
      ])
        expect([written, breachesIn('planted', written).length > 0]).toEqual([written, true])
    }
    for (const name of chinese) expect(breachesIn('planted', `本村${name}表`).length).toBeGreaterThan(0)
  }
})

test('what is planted in a schema, a source or a route is found there', () => {
  const planted = z.strictObject({
    need: z.strictObject({ mood: z.enum(['calm', 'high-risk']), gps: z.string() }),
  })
  expect(breachesOf(namesInSchema('planted', json(planted))).map(({ name }) => name)).toEqual(['risk', 'gps'])
  const source = `type Visit = {\n  readonly on: Day // score: not a field\n  readonly checkIn?: Instant\n}\ntype Of = { readonly id: string; readonly rank: number }`
  expect(breachesOf(namesInSource('planted', source)).map(({ name }) => name)).toEqual(['check in', 'rank'])
  for (const address of [
    'GET /api/people/search',
    'GET /api/search?name=',
    'GET /api/households/export',
    'GET /api/members/download.csv',
    'GET /api/visits-by-visitor',
    'GET /api/ranking',
    'POST /api/check-in',
    'GET /api/desk/人均走访次数',
  ])
    expect([address, breachesInRoute(address).length > 0]).toEqual([address, true])
  for (const address of [
    'GET /api/villages/:village/search',
    'GET /api/me',
    'POST /api/sync',
    'GET /k/:card',
  ])
    expect([address, breachesInRoute(address)]).toEqual([address, []])
})
