/** 要反映哪一个人: sealed on the phone, opened by two. */
export const sealed = {
  heading: '要反映哪一个人',
  howItGoes:
    '写完就封上。要两个人各用各的口令，一起才拆得开。村里、工作队、被反映的人都看不到；封上以后，这台手机也看不到。',
  opener: (name: string, role: string): string => `${name}，${role}`,
  roles: { 'privacy-officer': '个人信息保护负责人', office: '县活动办公室' },
  leaveOut: '要反映的是他',
  leftOut: '这封不给他',
  leaveOutMeans: '要反映的要是上头哪一个，点一下，这封信他就拆不开。',
  aboutOneOfTwo: '要反映的要是这两个里头的一个，别在这里写，走下面的路。',
  ask: '照他的话写：谁，什么事，想要怎么办。',
  blank: '不写自己的名字也行。要回话，写上怎么找他。',
  keptNowhere: '没封上以前，哪里都不存；离开这一页就没有了。',
  seal: '封上',
  notSealed: '没封上，字还在屏幕上。手机满了就删几张照片，再封一次。',
  sealed: '封好了',
  copyIt: '请他家把这十六个字抄在纸上。只显示这一回。',
  slip: [
    '有信号它自己走，不用再管。',
    '要问到了没有、办得怎样：打开本活动的网址，后面加 /r，输这十六个字；也可以打电话念给个人信息保护负责人听。',
    '纸上别写是什么事。十天还查不到，就是没送到，请再写一回。',
  ],
  copied: '抄好了',
  nobodyYet: '这里还没有定下哪两个人一起拆信，先不要写。他家可以自己走下面的路。',
  elsewhere: '也可以自己去',
}
