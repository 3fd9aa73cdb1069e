// Written by `cargo run --features cli --bin story -- words > www/page-words.d.ts`; the source is src/page/words.rs.

/** The words of a page's language, as the page brings them. */
export interface Words {
  theme: string;
  themeAuto: string;
  themeLight: string;
  themeDark: string;
  comma: string;
  tools: string;
  search: string;
  found: string;
  csv: string;
  choose: string;
  place: string;
  close: string;
  keys: string;
  whole: string;
  embed: string;
  embedTitle: string;
  embedPlain: string;
  embedScript: string;
  embedSandbox: string;
  embedLanguage: string;
  embedTransparent: string;
  embedWidth: string;
  phone: string;
  desk: string;
  copy: string;
  copied: string;
  select: string;
  share: string;
  download: string;
  longPress: string;
  noPicture: string;
  wechat: string;
  wechatCheck: string;
  wechatWhat: string;
  wechatFigure: string;
  wechatWhole: string;
  wechatSource: string;
  listen: string;
  stop: string;
  highIsMore: string;
}
