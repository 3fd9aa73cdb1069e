// The words of what opens, keeps and shows a story. `{name}` stands for what is filled in.

export const KEEP = {
  studio: { zh: '信息图工作台', en: 'Infographic studio' },
  otherLanguage: { zh: 'English', en: '中文' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },

  promise: {
    zh: '贴入新闻稿，得到信息图。一切都在这台设备的浏览器里，稿件不会离开它。',
    en: 'Paste an article, get its infographic. All happens in this browser; your article never leaves it.',
  },
  begin: { zh: '新建', en: 'Begin' },
  beginPractice: { zh: '练习稿', en: 'Practice article' },
  beginPracticeNote: { zh: '一篇虚构的短稿，用来试手', en: 'A short invented article to try it on' },
  beginEmpty: { zh: '空白页', en: 'Empty page' },
  beginEmptyNote: { zh: '贴入自己的稿件', en: 'Paste an article of your own' },
  beginExample: { zh: '看范例', en: 'Example' },
  beginExampleNote: { zh: '一个做好的故事，可随意修改', en: 'A finished story that you may change at will' },
  beginFile: { zh: '打开文件…', en: 'Open files…' },
  beginFileNote: { zh: 'story.json、.txt，也可拖到页面上', en: 'story.json or .txt; or drop them on the page' },

  kept: { zh: '本浏览器中的故事', en: 'Stories in this browser' },
  rename: { zh: '改名', en: 'Rename' },
  duplicate: { zh: '复制', en: 'Duplicate' },
  copyOf: { zh: '{name}（副本）', en: '{name} (copy)' },
  deleteStory: { zh: '删除', en: 'Delete' },
  removed: { zh: '已删除“{name}”。', en: '“{name}” is deleted.' },
  name: { zh: '名称', en: 'Name' },
  edited: { zh: '修改于{when}', en: 'Changed {when}' },
  openElsewhere: { zh: '“{name}”正在另一个标签页中打开。', en: '“{name}” is open in another tab.' },

  stories: { zh: '所有故事', en: 'All stories' },
  file: { zh: '文件', en: 'File' },
  saveStory: { zh: '保存 story.json', en: 'Save story.json' },
  saveArticle: { zh: '保存稿件', en: 'Save article' },
  sourceCode: { zh: '源码', en: 'Source' },
  sourceUnread: {
    zh: '尚不能读作故事，修改暂未生效。',
    en: 'This cannot be read as a story yet; your changes do not count so far.',
  },
  sourceProblems: { zh: '问题', en: 'Problems' },
  done: { zh: '完成', en: 'Done' },
  keptWriting: { zh: '正在保存…', en: 'Saving…' },
  keptHere: { zh: '已自动保存在此浏览器', en: 'Saved in this browser' },
  onDisk: { zh: '上次存为文件：{when}', en: 'Last saved as a file {when}' },
  mayVanish: {
    zh: '浏览器可能清除久未使用的数据，不妨也存为文件。',
    en: 'Browsers may delete what is not used for a while: keep a file too.',
  },
  diskFull: {
    zh: '浏览器没有空间了，最近的修改未能保存。请存盘，不要关闭此页。',
    en: 'The browser has no room left: your last changes are not kept. Save to disk, and leave this page open.',
  },
  notKept: {
    zh: '浏览器未能保存最近的修改。请存盘，不要关闭此页。',
    en: 'The browser could not keep your last changes. Save to disk, and leave this page open.',
  },
  keepsNothing: {
    zh: '此浏览器（或无痕窗口）不保存数据：关闭页面前请存盘。',
    en: 'This browser (or private window) keeps nothing: save to disk before you close the page.',
  },
  elsewhere: {
    zh: '此故事正在另一个标签页中编辑，这里只能查看。',
    en: 'This story is being edited in another tab. Here you can only look at it.',
  },
  editHere: { zh: '改在这里编辑', en: 'Edit it here' },
  noSuchStory: {
    zh: '这里没有这个故事，它可能已被删除。',
    en: 'There is no such story here. It may have been deleted.',
  },
  saveFailed: { zh: '未能存盘：{reason}', en: 'Not saved: {reason}' },

  refusedBinary: {
    zh: '“{name}”不是纯文本。请打开文档，复制其中的文字。',
    en: '“{name}” is no plain text. Open the document and copy its text.',
  },
  refusedTooLong: { zh: '“{name}”太大了。请截取一部分。', en: '“{name}” is too large. Take a part of it.' },
  refusedEmpty: { zh: '“{name}”是空的。', en: '“{name}” is empty.' },
  refusedStory: { zh: '“{name}”不是可用的故事文件：', en: '“{name}” is no story that can be opened:' },
  problemAt: { zh: '第{line}行第{column}列：{message}', en: 'line {line}, column {column}: {message}' },

  livePhone: { zh: '手机', en: 'Phone' },
  liveDesk: { zh: '电脑', en: 'Desktop' },
  liveTheme: { zh: '配色', en: 'Theme' },
  themeLight: { zh: '浅色', en: 'Light' },
  themeDark: { zh: '深色', en: 'Dark' },
  liveLastGood: {
    zh: '现在的内容还不能成页，下面是上一次的页面。',
    en: 'The story cannot be shown as it is now; this is the page before.',
  },
  liveNothing: { zh: '加入图后，页面会在这里出现。', en: 'The page appears here once there is a figure.' },
};
