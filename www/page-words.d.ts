// Written by `cargo run --features cli --bin story -- words > www/page-words.d.ts`; the sources are src/page/words.rs and src/page/data.rs.

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
  copyLink: string;
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

/** The parts of a page that the shell looks for. */
export type Part =
  /** What has been corrected, if anything has. */
  | '#corrections'
  /** The index of all numbers. */
  | '#numbers'
  /** Its heading. */
  | '#numbers-title'
  /** Where the controls of the whole page stand. */
  | '#tools'
  /** The shell's words. */
  | '#words'
  /** A chapter. */
  | '.chapter'
  /** The bar of chapters. */
  | '.chapters'
  /** Where a figure's choices stand. */
  | '.choices'
  /** Where the story comes from. */
  | '.credit'
  /** A figure. */
  | '.figure'
  /** A chapter of the index. */
  | '.group'
  /** The table of a chapter of the index. */
  | '.index'
  /** Where the controls of the index stand. */
  | '.index-tools'
  /** A link to the page in another language. */
  | '.language'
  /** What stands on night blue in both themes. */
  | '.night'
  /** Where a figure's numbers stand in the article. */
  | '.paragraphs'
  /** The offer of the long picture. */
  | '.picture'
  /** A figure's drawing. */
  | '.stage';

declare global {
  /** The `data-` attributes that a page brings. */
  interface DOMStringMap {
    /** Of a figure: the ids of the facts that can be heard, with spaces between. */
    audible?: string;
    /** Of a row and of a mark: the id of its fact. */
    fact?: string;
    /** Of the page: the way to the page of each language, `zh:?lang=zh en:en/`. */
    homes?: string;
    /** Of a row: the id of the figure that its mark leads to. */
    leads?: string;
    /** Of the page: there where its address names its language. */
    pinned?: string;
    /** Of a row that can be heard: its value in whole units. */
    raw?: string;
    /** Of a link: `module`, `plate` or `page`. */
    rel?: string;
    /** Of a published page: the way to the site's folder. */
    root?: string;
    /** Of a figure's own page: the figure's id. */
    single?: string;
    /** Of a cell: the number that its column is sorted by. */
    sort?: string;
    /** Of a row: what a voice says, where it is not just the term and the value. */
    spoken?: string;
  }
}
