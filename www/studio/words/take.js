// The words of what is taken away, in both languages of the interface. `{n}` and the like are filled in where they are said.

export const TAKE = {
  takeIntro: {
    zh: '一切都在这个浏览器里做成，不经过任何服务器。',
    en: 'All is made in this browser; no server takes part.',
  },
  unsound: {
    zh: '还有 {n} 处待补，补完才能导出整个信息图。单张图和故事文件现在就能保存。',
    en: 'There are {n} things to do before the whole can be exported. A figure and the story file can be saved now.',
  },
  toProblems: { zh: '去补上', en: 'See them' },
  insecure: {
    zh: '单页和网站要在 https 下（或在本机上）打开工作台才能做。',
    en: 'The one file and the site can be made only where the studio is opened under https, or on your own machine.',
  },
  language: { zh: '语言', en: 'Language' },
  save: { zh: '保存', en: 'Save' },
  working: { zh: '正在做…', en: 'Working…' },
  drawn: { zh: '正在画第 {n} / {all} 张图片…', en: 'Drawing picture {n} of {all}…' },
  saved: { zh: '已存为 {name}，{weight}', en: 'Saved as {name}, {weight}' },
  failed: { zh: '没有做成：{why}', en: 'This could not be made: {why}' },

  single: { zh: '一个网页文件', en: 'One HTML file' },
  singleWhat: {
    zh: '整个信息图在一个文件里，从磁盘或任何网站都能打开。',
    en: 'The whole infographic in one file, which opens from a disk or any host.',
  },
  site: { zh: '整个网站', en: 'The site' },
  siteWhat: {
    zh: 'zip 压缩包：页面、每张图的嵌入页和下载文件，放到任何静态主机上即可。',
    en: 'A zip with the pages, an embed of each figure and the downloads, for any static host.',
  },
  publishedAt: { zh: '将发布在（可不填）', en: 'It will be published at (optional)' },
  addressWhy: {
    zh: '填了，转发链接时会显示图片，在 WordPress 等处贴链接就能嵌入图。',
    en: 'With it a shared link shows a picture, and a link pasted into WordPress becomes the figure.',
  },
  addressWrong: { zh: '要写成 https://example.org/folder/', en: 'It must look like https://example.org/folder/' },
  oneFigure: { zh: '一张图', en: 'A figure' },
  which: { zh: '哪张图', en: 'Which' },
  lacksTitle: { zh: '这张图还没有图题。', en: 'This figure has no title yet.' },
  lacksSource: {
    zh: '还没有写来源（“文字”里的“每张图下的来源”）。',
    en: 'No source is written yet (“Line under each figure” in the texts).',
  },
  messenger: { zh: '公众号文章', en: 'For a WeChat article' },
  messengerWhat: {
    zh: '复制后贴进公众号编辑器，文字还能改。',
    en: 'Copy, then paste into WeChat’s editor of articles; the texts can still be changed there.',
  },
  copyFigure: { zh: '复制这张图', en: 'Copy this figure' },
  copyWhole: { zh: '复制整篇', en: 'Copy the whole story' },
  copied: { zh: '已复制', en: 'Copied' },
  byHand: {
    zh: '浏览器不让复制。请复制下面的源代码，用编辑器的源代码方式贴入：',
    en: 'The browser does not copy markup. Copy this source, and put it in by the editor’s source view:',
  },
  poster: { zh: '长图', en: 'The long picture' },
  posterWhat: { zh: '整个故事一张图，用来转发。', en: 'The whole story as one tall picture, to send round.' },
  storyFile: { zh: '故事文件', en: 'The story file' },
  storyFileWhat: {
    zh: '备份：story.json 能在这里再打开，也能由命令行做成同样的网站；文章的文字另存。',
    en: 'A backup: story.json opens here again, or is built into the same site by command. The article’s text is a file of its own.',
  },
};
