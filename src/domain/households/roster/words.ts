/**
 * The words by which a roster (花名册) is understood: headings, categories, relations, marks. All of them in
 * simplified characters and half-width forms, without spaces; what is compared with them is brought there first.
 */

/** What a column can mean, with the headings that say so. 户主姓名 and 姓名 may stand side by side. */
export const headings = {
  name: ['姓名', '成员姓名', '家庭成员姓名'],
  head: ['户主', '户主姓名'],
  'head-number': ['户主身份证号', '户主身份证号码'],
  'head-birth': ['户主出生年月'],
  'members-in-one-cell': ['家庭成员'],
  relation: ['与户主关系', '家庭关系'],
  'identity-number': ['身份证号', '身份证号码', '公民身份号码', '证件号码'],
  birth: ['出生日期', '出生年月', '出生年月日', '出生年份'],
  group: ['组', '组别', '小组', '组名', '村民小组'],
  'household-no': ['户编号', '户号', '户编码'],
  telephone: ['电话', '联系电话', '手机号', '手机号码'],
  'house-note': ['住址', '家庭住址', '详细地址', '房屋位置'],
  categories: ['户属性', '户类型', '户类别', '类别', '人员类别'],
  remarks: ['备注'],
  changes: ['变动情况'],
  'village-code': ['村代码', '行政村代码'],
  town: ['乡镇'],
  village: ['村', '行政村'],
} as const

/** Headings of columns that hold nothing to be withheld: a number of the line, or what relation and a later question tell. */
export const passedOver: readonly string[] = ['序号', '性别', '文化程度']

/** Headings named first among those not kept, the most personal before the rest. */
export const mostPersonal: readonly string[] = ['政治面貌', '民族']

/** The categories that open a service, with the words for each. The list is closed: 信访户 above all is nothing. */
export const categoryWords = {
  低保户: ['低保户', '低保', '农村低保', '城乡低保', '最低生活保障'],
  特困: ['特困', '特困户', '特困供养', '特困人员', '五保', '五保户'],
  监测户: ['监测户', '监测对象', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
  残疾人: ['残疾人', '残疾', '残疾户', '一级残疾', '二级残疾', '三级残疾', '四级残疾'],
  优抚: ['优抚', '优抚对象', '退役军人', '烈属', '军属'],
  脱贫户: ['脱贫户', '已脱贫户', '建档立卡户'],
  留守老人: ['留守老人'],
  留守儿童: ['留守儿童'],
} as const

export type Category = keyof typeof categoryWords

export const tickMarks: readonly string[] = ['是', '有', '√', '✓', '1', 'Y']

/** Words with which a relation to the head begins, where it stands in one cell with the name [R11]. */
export const relationWords: readonly string[] = `
  户主 本人 配偶 丈夫 妻子 夫妻 夫 妻 爱人 老伴 前妻 前夫
  儿子 长子 次子 三子 四子 五子 六子 大儿子 二儿子 三儿子 小儿子 独子 独生子
  女儿 长女 次女 三女 四女 五女 六女 大女儿 二女儿 三女儿 小女儿 独女 独生女
  子 女 幼子 幼女 养子 养女 继子 继女 非婚生子 非婚生女
  儿媳 儿媳妇 长媳 次媳 三媳 媳妇 媳 女婿 婿 孙媳 孙女婿 上门女婿
  孙子 孙女 长孙 次孙 长孙女 次孙女 孙儿 重孙 重孙子 重孙女 曾孙 曾孙子 曾孙女 外孙 外孙子 外孙女 重外孙 重外孙女
  父亲 母亲 父 母 爸爸 妈妈 继父 继母 养父 养母 岳父 岳母 公公 婆婆 家公 家婆
  祖父 祖母 爷爷 奶奶 外祖父 外祖母 外公 外婆 曾祖父 曾祖母
  兄弟 姐妹 哥哥 弟弟 姐姐 妹妹 兄 弟 姐 妹 嫂子 嫂 弟媳 弟妹 姐夫 妹夫
  伯父 伯母 叔父 叔叔 婶婶 姑姑 姑妈 舅舅 舅父 舅妈 姨妈 姨母
  侄子 侄儿 侄女 侄 侄媳 侄孙 侄孙女 外甥 外甥女 内侄 内侄女 堂兄 堂弟 表兄 表弟
  亲戚 其他亲属 其他 非亲属 保姆
`
  .trim()
  .split(/\s+/)

/** Words that mark a person as dead, each also with 已 before it [R10]. */
export const deathWords: readonly string[] = ['已故', '死亡', '去世', '病故', '亡故', '身故']

/** Words that mark a person as gone. 已外嫁 is none: the household register stays [R10]. */
export const departureWords: readonly string[] = ['迁出', '已迁出', '已分户']

/** What may stand before a mark in its clause, beside a year, month and day. The first two of 'whole' speak for all rows. */
export const markOpenings: readonly string[] = ['本人', '户口', '整户', '全家', '于', '因病']
export const wholeHousehold: readonly string[] = ['整户', '全家']

/** Words for a line that adds up [R5]. */
export const sumWords: readonly string[] = ['合计', '小计', '总计', '共计']

/** Ways of writing that nothing is known [R8]. */
export const nothingWords: readonly string[] = ['-', '/', '无', '不详', '未知']
