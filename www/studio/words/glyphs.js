// What the glyphs are called.

/** @type {Record<import('../story.d.ts').Glyph, Record<import('../words.js').Lang, string>>} */
export const GLYPHS = {
  person: { zh: '人', en: 'person' },
  truck: { zh: '卡车', en: 'lorry' },
  train: { zh: '火车', en: 'train' },
  barge: { zh: '货船', en: 'ship' },
  container: { zh: '集装箱', en: 'container' },
  building: { zh: '楼房', en: 'buildings' },
  house: { zh: '房屋', en: 'house' },
  school: { zh: '学校', en: 'school' },
  clinic: { zh: '医院', en: 'clinic' },
  capsule: { zh: '胶囊', en: 'capsule' },
  vial: { zh: '药瓶', en: 'vial' },
  flask: { zh: '烧瓶', en: 'flask' },
  document: { zh: '文件', en: 'document' },
  flag: { zh: '旗', en: 'flag' },
  seal: { zh: '印章', en: 'seal' },
};
