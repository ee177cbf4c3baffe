/** Beside what is written about people: how to come well, instead of a word that labels them. */
export const arriving = {
  points: (word: string): string => `「${word}」是贴人的词。换成怎么上门，更用得上。`,
  instead: '比如这样说：',
  examples: {
    'old-matter': [
      '「他家有件老事没了结，去了先听，不追问。」',
      '「提起地的事他会急，等他自己说，说完再讲别的。」',
    ],
    manner: ['「生人去了话少，先坐坐，拉拉家常。」', '「他爱把话说透，留足工夫，别打断。」'],
    work: ['「他腰不好，下不了重力，问问他会哪样手艺。」', '「白天多半在睡，天擦黑去合适。」'],
    health: ['「说话要慢，一回只说一件。」', '「先跟他姐姐打个招呼，一起去。」'],
    watched: ['「上回的事还没给他回话，先把这个讲了。」', '「人多了他不自在，一两个人去。」'],
  },
}
