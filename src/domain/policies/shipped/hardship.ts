import { asDay } from '../../base/days.ts'
import type { Policy } from '../policy.ts'

/** For whom a category stands or a hardship was told. Samples (示例，请按本地核对): nobody has checked them for this place. */
export const hardshipPolicies: readonly Policy[] = [
  {
    id: 'military-care',
    title: '优抚对象的抚恤和优待',
    plain:
      '家里有当过兵的、烈士家属，按规定有抚恤补助，看病、坐车、孩子上学也有优待。哪一样合得上，退役军人服务站说了算，问一句不要紧。',
    entitled: '"优抚" in categories',
    papers: ['身份证', '退役证或者优待证'],
    place: '乡镇退役军人服务站',
    validUntil: null,
    source: '《军人抚恤优待条例》（国务院、中央军委令第788号）',
    sourceOn: asDay('2024-08-05'),
    checkedBy: '',
  },
  {
    id: 'extreme-hardship',
    title: '特困人员救助供养',
    plain:
      '老人没有劳动能力、没有收入、也没有儿女能养，国家管：每月有供养的钱，病了有人照料，愿意住敬老院的可以住。愿意在自己屋里住，也行。',
    entitled: '!("特困" in categories) && members.size() == 1 && members.all(m, m.age >= 60)',
    papers: ['身份证', '户口簿'],
    place: '乡镇社会事务办（民政）',
    validUntil: null,
    source: '《社会救助暂行办法》第三章；《特困人员认定办法》（民发〔2021〕43号）',
    sourceOn: asDay('2021-04-26'),
    checkedBy: '',
  },
  {
    id: 'disability-allowances',
    title: '残疾人两项补贴',
    plain:
      '有残疾证的，困难的每月有生活补贴，一级二级的每月另有护理补贴，两样合得上都能拿。没办过的，村里可以代办。',
    entitled: '"残疾人" in categories',
    papers: ['残疾证', '身份证', '银行卡'],
    place: '乡镇社会事务办（民政、残联）',
    validUntil: null,
    source: '国务院《关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号）',
    sourceOn: asDay('2015-09-22'),
    checkedBy: '',
  },
  {
    id: 'left-behind-children',
    title: '留守儿童关爱',
    plain:
      '大人在外头，孩子在家的，村里有儿童主任，常来看看；孩子有事，学校和村里都能找。大人要定一个人照看，写一张委托照护的单子。',
    entitled: '"留守儿童" in categories',
    papers: ['户口簿', '委托照护的单子'],
    place: '村儿童主任、乡镇社会事务办',
    validUntil: null,
    source: '国务院《关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号）',
    sourceOn: asDay('2016-02-04'),
    checkedBy: '',
  },
  {
    id: 'watch-and-help',
    title: '防止返贫监测和帮扶',
    plain:
      '家里要是因为生病、遭灾、突然花大钱，日子眼看过不去，可以自己报，也可以请村里帮着报。核实了，一样一样帮着想办法。',
    entitled: '!("监测户" in categories) && "hardship" in needs',
    papers: ['身份证', '户口簿', '核对家庭情况的授权书'],
    place: '村委会，或者手机上自己报',
    validUntil: null,
    source: '国务院扶贫开发领导小组《关于建立防止返贫监测和帮扶机制的指导意见》（国开发〔2020〕6号）',
    sourceOn: asDay('2020-03-20'),
    checkedBy: '',
  },
  {
    id: 'temporary-aid',
    title: '临时救助',
    plain: '突然遇到难处，火灾、车祸、大病，一时过不去的，可以申请一笔临时的钱救急。急的可以先给，手续后补。',
    entitled: '"hardship" in needs || "special-difficulties" in needs',
    papers: ['身份证', '遇到难处的凭据，有什么带什么'],
    place: '乡镇社会事务办（民政）',
    validUntil: null,
    source: '国务院《关于全面建立临时救助制度的通知》（国发〔2014〕47号）',
    sourceOn: asDay('2014-10-03'),
    checkedBy: '',
  },
  {
    id: 'subsistence-allowance',
    title: '农村低保',
    plain:
      '一家人平均下来的收入，低于县里定的线，可以申请低保，每月有补助。自己写申请，也可以请村里代。够不够，乡镇要核，村里要公示。',
    entitled:
      '!("低保户" in categories) && !("特困" in categories) && ("监测户" in categories || "脱贫户" in categories || "hardship" in needs)',
    papers: ['身份证', '户口簿', '核对家庭情况的授权书'],
    place: '乡镇社会事务办（民政）',
    validUntil: null,
    source: '《社会救助暂行办法》第二章、第十一条；《最低生活保障审核确认办法》（民发〔2021〕57号）',
    sourceOn: asDay('2021-06-11'),
    checkedBy: '',
  },
  {
    id: 'medical-aid',
    title: '医疗救助',
    plain: '低保、特困、监测户看病，医保报完，自己出的那一截还能再救助一次；交医保的钱也有资助。',
    entitled: 'categories.exists(c, c in ["低保户", "特困", "监测户", "脱贫户"])',
    papers: ['身份证', '出院小结和发票'],
    place: '乡镇社会事务办，或者县医保局窗口',
    validUntil: null,
    source: '国务院办公厅《关于健全重特大疾病医疗保险和救助制度的意见》（国办发〔2021〕42号）',
    sourceOn: asDay('2021-10-28'),
    checkedBy: '',
  },
  {
    id: 'house-repair',
    title: '危房改造',
    plain:
      '房子不结实，又是低保、特困、监测这样的人家，鉴定是危房的，可以补钱修或者重建。先申请、先鉴定，再动工。',
    entitled:
      'categories.exists(c, c in ["低保户", "特困", "监测户", "脱贫户"]) && ("living-environment" in needs || "hardship" in needs)',
    papers: ['身份证', '户口簿', '房屋鉴定单'],
    place: '乡镇村镇建设办',
    validUntil: null,
    source:
      '住房城乡建设部等《关于做好农村低收入群体等重点对象住房安全保障工作的实施意见》（建村〔2021〕35号）',
    sourceOn: null,
    checkedBy: '',
  },
]
