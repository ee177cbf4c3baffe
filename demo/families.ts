import type { FactKey, Source } from '#domain/households/household.ts'

/** A family of 高桥村 as the roster has it. Ages are as of this spring; nobody here exists. */
export type DemoFamily = {
  readonly id: string
  readonly group: string
  readonly house: string
  readonly telephone: string
  /** Name, relation, birth year; the first one is the contact person. */
  readonly members: readonly (readonly [name: string, relation: string, birthYear: number])[]
  readonly categories?: readonly string[]
}

const family = (
  id: string,
  group: string,
  house: string,
  telephone: string,
  members: DemoFamily['members'],
  categories: readonly string[] = [],
): DemoFamily => ({ id: `demo-family-${id}`, group, house, telephone, members, categories })

export const demoFamilies: readonly DemoFamily[] = [
  family('zhao', '1组', '老仓库对面', '13800002401', [
    ['赵春梅', '户主', 1979],
    ['赵德厚', '父亲', 1950],
    ['李雨桐', '女儿', 2008],
  ]),
  family('liu', '1组', '岭上第一家', '13800002402', [
    ['刘大成', '户主', 1962],
    ['万秀珍', '妻', 1964],
  ]),
  family('deng', '1组', '岔路口，门前一棵柿子树', '13800002403', [
    ['邓昌华', '户主', 1957],
    ['柯水英', '妻', 1960],
    ['邓小军', '儿子', 1986],
  ]),
  family('luo', '1组', '水井边', '13800002404', [['罗翠花', '户主', 1943]], ['低保户']),
  family('xie', '1组', '老学校旁', '13800002405', [
    ['谢长根', '户主', 1969],
    ['邹桂芝', '妻', 1971],
    ['谢文静', '女儿', 1997],
  ]),
  family('chen', '2组', '桥头左手第二家', '13800002406', [
    ['陈立新', '户主', 1974],
    ['毛小凤', '妻', 1977],
    ['陈浩然', '儿子', 2003],
  ]),
  family(
    'ke',
    '2组',
    '磨坊后头',
    '13800002407',
    [
      ['柯有福', '户主', 1948],
      ['柯艳', '孙女', 2012],
    ],
    ['监测户'],
  ),
  family('zhang', '2组', '茶场上头', '13800002408', [
    ['张守信', '户主', 1966],
    ['胡金莲', '妻', 1968],
  ]),
  family('yang', '2组', '村医务室隔壁', '13800002409', [
    ['杨再兴', '户主', 1982],
    ['吴小芳', '妻', 1985],
    ['杨乐', '儿子', 2010],
    ['杨玉梅', '母亲', 1955],
  ]),
  family('wang', '3组', '塘边第三家', '13800002417', [
    ['王守田', '户主', 1954],
    ['何桂香', '妻', 1956],
    ['王建军', '儿子', 1982],
    ['孙丽', '儿媳', 1984],
    ['王子轩', '孙子', 2016],
  ]),
  family('he', '3组', '塘边第一家', '13800002411', [
    ['何明德', '户主', 1960],
    ['冯秀云', '妻', 1963],
  ]),
  family('zhou', '3组', '竹园里', '13800002412', [['周本善', '户主', 1939]], ['特困']),
  family('tan', '3组', '石坎下', '13800002413', [
    ['谭国庆', '户主', 1971],
    ['向春兰', '妻', 1973],
    ['谭佳', '女儿', 2006],
  ]),
  family(
    'pan',
    '4组',
    '垭口上，白墙那家',
    '13800002414',
    [
      ['潘金山', '户主', 1952],
      ['曾凤英', '妻', 1955],
    ],
    ['残疾人'],
  ),
  family('huang', '4组', '老祠堂边', '13800002415', [
    ['黄仁义', '户主', 1976],
    ['石小红', '妻', 1979],
    ['黄俊', '儿子', 2005],
  ]),
  family('gao', '4组', '河对岸，过石桥', '13800002416', [
    ['高正海', '户主', 1967],
    ['余兰芝', '妻', 1970],
  ]),
  family('fu', '5组', '木耳棚旁边', '13800002418', [
    ['付远志', '户主', 1984],
    ['郝静', '妻', 1986],
    ['付一诺', '女儿', 2015],
  ]),
  family('deng2', '5组', '公路边小卖部', '13800002419', [
    ['邓先梅', '户主', 1972],
    ['邓强', '儿子', 1996],
  ]),
]

/** What was learned besides the roster: key, value, from whom, how many days ago. */
export const demoFacts: readonly {
  readonly family: string
  readonly key: FactKey
  readonly value: string
  readonly source: Source
  readonly daysAgo: number
}[] = [
  { family: 'demo-family-wang', key: 'telephone', value: '15800006630', source: 'household', daysAgo: 19 },
  {
    family: 'demo-family-wang',
    key: 'living-at-home',
    value: '两口，周末三口',
    source: 'visitor',
    daysAgo: 19,
  },
  {
    family: 'demo-family-wang',
    key: 'hearing',
    value: '左耳听不见，坐他右手边慢慢说',
    source: 'visitor',
    daysAgo: 19,
  },
  { family: 'demo-family-wang', key: 'away', value: '儿子儿媳在东莞', source: 'household', daysAgo: 19 },
  { family: 'demo-family-wang', key: 'leave-topic-alone', value: 'yes', source: 'visitor', daysAgo: 19 },
  { family: 'demo-family-fu', key: 'good-times', value: '收工后', source: 'household', daysAgo: 13 },
  { family: 'demo-family-luo', key: 'living-at-home', value: '一个人住', source: 'visitor', daysAgo: 9 },
]
