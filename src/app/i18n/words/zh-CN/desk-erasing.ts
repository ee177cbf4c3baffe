import { counted } from './numbers.ts'

/** 照家里说的删去: what a family asked for is carried out. */
export const erasing = {
  name: '删去',
  heading: '一家要求全部删去',
  under: '家里人说了才删，不问为什么。找这一家，用卡上的码，或者村和一件事的号。按名字找不了。',
  byCard: '联系卡上的码',
  byCardHint: '家里人念给你听的十六位',
  or: '卡丢了，用他家托过的一件事来找',
  village: '村的代码',
  villageHint: '十二位数字',
  number: '事项的号',
  numberHint: '队长的「事项」里有',
  find: '找这一家',
  finding: '正在找',
  looked: '找到就算看过，查看记录里有你的名字，家里人看得到。',
  house: (place: string, house: string): string => [place, house].filter(part => part !== '').join('，'),
  goes: '删去以后没有了',
  goesMeans:
    '家里的情况、家里人、同意过的、上门的安排和日记、托的事、承诺过的、没被收下的话。手机上的，下一回连上就没了。',
  stops: (needs: number, promises: number): string =>
    `还没完的跟着停：${[
      needs > 0 ? counted`${needs}件事` : '',
      promises > 0 ? counted`${promises}个承诺` : '',
    ]
      .filter(part => part !== '')
      .join('，')}。先跟家里说清楚。`,
  stopsNone: '没有还在办的事。',
  stays: '还留着',
  staysMeans: '有过这么一户、哪天删的；谁看过；写过几条，字都没了。上面没有这家的名字。',
  cannot: '删不到的',
  cannotMeans: '以前的备份、存出去的表、纸上的、别家话里提到的。用了旧备份，要再删一回。',
  askedOn: '哪天说的',
  channel: '怎么说的',
  channels: { 'at-the-door': '当面', telephone: '打电话', 'in-writing': '写了字条' },
  erase: (family: string): string => `照${family}说的，全部删去`,
  noWayBack: '删了就找不回来。',
  another: '不是这家，重找',
  erased: (on: string): string => `${on}删去了。家里人用卡上的码，能看到什么都没留。`,
  already: (on: string): string => `这家${on}已经删去，这里什么都没有了。`,
  next: '再找一家',
}
