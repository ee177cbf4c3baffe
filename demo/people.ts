/**
 * The people of the demo campaign. All of them are invented; the villages are real ones of 房县, so that codes and
 * rosters fit. The password is one for all: this campaign is for looking at.
 */
export const demoPassword = 'wuxin-2026'

export const demoPeople = [
  { username: 'zhoumin', name: '周敏', role: 'visitor', title: '工作队员', telephone: '13800000101' },
  { username: 'tianjianguo', name: '田建国', role: 'visitor', title: '工作队员', telephone: '13800000102' },
  { username: 'helan', name: '何岚', role: 'team-leader', title: '工作队长', telephone: '13800000103' },
  {
    username: 'liuyulan',
    name: '刘玉兰',
    role: 'village-cadre',
    title: '高桥村妇女主任',
    telephone: '13800000104',
  },
  {
    username: 'hanzhiming',
    name: '韩志明',
    role: 'department-officer',
    title: '化龙堰供电所',
    telephone: '13800000105',
  },
  {
    username: 'zhenghai',
    name: '郑海',
    role: 'department-officer',
    title: '化龙堰镇村建办',
    telephone: '13800000106',
  },
  {
    username: 'xuqing',
    name: '徐青',
    role: 'department-officer',
    title: '县农业农村局',
    telephone: '13800000107',
  },
  { username: 'liuwenqing', name: '柳文清', role: 'office', title: '县活动办公室', telephone: '13800000108' },
  {
    username: 'shensi',
    name: '沈思',
    role: 'privacy-officer',
    title: '个人信息保护负责人',
    telephone: '13800000109',
  },
  { username: 'huyuan', name: '胡远', role: 'visitor', title: '工作队员', telephone: '13800000110' },
] as const

/** The contact card of a family that awaits its own word; in a demo its code is no secret. */
export const demoCard = { household: 'demo-family-deng', name: '邓昌华家', code: 'DEM0CARDWX202604' }

export type DemoUsername = (typeof demoPeople)[number]['username']

export const demoArea = { campaign: '房县“五心”走访', prefix: '420325', officeTelephone: '0719-3200000' }

export const demoDepartments = [
  { id: 'power-hualongyan', name: '化龙堰供电所', telephone: '0719-3200011', officer: 'hanzhiming' },
  { id: 'building-hualongyan', name: '化龙堰镇村建办', telephone: '0719-3200012', officer: 'zhenghai' },
  { id: 'agriculture-fangxian', name: '县农业农村局', telephone: '0719-3200013', officer: 'xuqing' },
  { id: 'water-fangxian', name: '县水利和湖泊局', telephone: '0719-3200014', officer: null },
  { id: 'civil-affairs-fangxian', name: '县民政局', telephone: '0719-3200015', officer: null },
] as const

/** 高桥村 is told family by family; the other villages give the picture its numbers. */
export const demoVillages = [
  { code: '420325102213', town: '化龙堰镇', name: '高桥村', team: 'team-gaoqiao' },
  { code: '420325102212', town: '化龙堰镇', name: '上湾村', team: 'team-others' },
  { code: '420325102205', town: '化龙堰镇', name: '高川村', team: 'team-others' },
  { code: '420325102211', town: '化龙堰镇', name: '上营村', team: 'team-others' },
  { code: '420325101202', town: '军店镇', name: '月明村', team: 'team-others' },
  { code: '420325101214', town: '军店镇', name: '土坎村', team: 'team-others' },
  { code: '420325103207', town: '土城镇', name: '小亭村', team: 'team-others' },
  { code: '420325103208', town: '土城镇', name: '通省馆村', team: 'team-others' },
] as const

export const demoTeams = [
  { id: 'team-gaoqiao', name: '高桥工作队', people: ['zhoumin', 'tianjianguo', 'helan'] },
  { id: 'team-others', name: '第二工作队', people: ['huyuan'] },
] as const
