// Written by `node scripts/check/story-types.mjs --write`; the source is data/story.schema.json.

/**
 * The kinds of figure, and what each needs.
 */
export type Drawing =
  | {
      panorama: Panorama;
    }
  | {
      dots: Dots;
    }
  | {
      flow: Flow;
    }
  | {
      outline: Outline;
    }
  | {
      funnel: Funnel;
    }
  | {
      bars: Bars;
    }
  | {
      grouped: Grouped;
    }
  | {
      interval: Interval2;
    }
  | {
      rings: Rings;
    }
  | {
      week: Week;
    }
  | {
      share: Share;
    }
  | {
      pairs: Pairs;
    }
  | {
      pictogram: Pictogram;
    }
  | {
      ladder: Ladder;
    }
  | {
      timeline: Timeline;
    }
  | {
      series: Series;
    };
/**
 * What a glyph shows.
 */
export type Glyph =
  | 'truck'
  | 'train'
  | 'barge'
  | 'capsule'
  | 'vial'
  | 'building'
  | 'house'
  | 'school'
  | 'clinic'
  | 'person'
  | 'flask'
  | 'document'
  | 'flag'
  | 'seal';
/**
 * How a number over time is drawn.
 */
export type SeriesForm = 'lines' | 'columns';
/**
 * How much of a chapter's width a figure takes where figures stand side by side. The last figure of a row takes what is left.
 */
export type Width = 'wide' | 'two-thirds' | 'half' | 'third';
/**
 * How a printed number stands to the true one.
 */
export type Qualifier = 'exact' | 'about' | 'over' | 'within' | 'nearly' | 'under' | 'at-least' | 'at-most';
/**
 * How far a "first" or a "largest" reaches.
 */
export type Scope = 'world' | 'nation' | 'province' | 'city' | 'district';
/**
 * Whether a fact is so, is being made so, or is meant to be so.
 */
export type Status = 'before' | 'now' | 'planned' | 'under-construction' | 'preliminary' | 'revised' | 'forecast';
/**
 * A language that a story can be told in.
 */
export type Locale = 'zh' | 'en';

/**
 * A whole story: every number of one article, and the figures that show them.
 */
export interface Story {
  /**
   * Where an editor finds the schema; ignored by the program.
   */
  $schema?: string;
  /**
   * A text file beside this one, the article: each line a paragraph, with its number (`[P01]`) or counted. Only the checker reads it;
   * it is never published.
   */
  article?: string;
  byline?: Text;
  /**
   * The chapters, in reading order.
   */
  chapters: Chapter[];
  /**
   * Numbers that formulas need and no article has to print: days in a week.
   */
  constants: Constant[];
  /**
   * What has been corrected since, the earliest first.
   */
  corrections?: Correction[];
  /**
   * What we worked out from the facts.
   */
  derived: Derived[];
  /**
   * What the article says. Numbers over time stand behind the others here once the story is read.
   */
  facts: Fact[];
  lead: Prose;
  /**
   * The languages in which every text of this story is given: `zh`, `en` or both. The first is that of the article, and the one
   * that a reader gets whose browser speaks neither.
   */
  locales: Locale[];
  /**
   * How the numbers were read and worked out: paragraphs for the page's foot.
   */
  method: Prose[];
  /**
   * Numbers of the article that are no facts of the story, each with a reason.
   */
  omitted?: Omitted[];
  /**
   * The day on which the page appeared: `2024-07-04`.
   */
  published?: string;
  /**
   * Numbers over time, each period's a fact.
   */
  series?: TimeSeries[];
  source: Source;
  terms?: Terms;
  title: Prose;
  /**
   * What numbers are counted in.
   */
  units: Unit[];
  /**
   * The day on which it was last changed, written like `published`.
   */
  updated?: string;
  /**
   * The format's version: `FORMAT`.
   */
  version: number;
}
/**
 * A text in each of the story's languages, shown as it stands.
 */
export interface Text {
  /**
   * English.
   */
  en?: string;
  /**
   * Simplified Chinese.
   */
  zh?: string;
}
/**
 * A chapter of the page.
 */
export interface Chapter {
  /**
   * The figures, in reading order.
   */
  figures: Figure[];
  /**
   * The chapter's name in addresses.
   */
  id: string;
  lead: Prose;
  title: Prose;
}
/**
 * One figure: what it says, and what it is drawn from.
 */
export interface Figure {
  drawing: Drawing;
  /**
   * The figure's name in addresses: `#harbour`, `?figure=harbour`.
   */
  id: string;
  /**
   * What a reader must know: qualifiers, different periods, what the article does not say.
   */
  notes?: Note[];
  reading: Prose;
  subtitle: Prose;
  title: Prose;
  width?: Width;
}
/**
 * Counts at a glance, one mark a thing, each leading to the figure that tells more.
 */
export interface Panorama {
  /**
   * What is drawn, in reading order.
   */
  bands: Band[];
  /**
   * Numbers that are only written.
   */
  numerals?: Numeral[];
}
/**
 * A count drawn one mark a thing: glyphs in rows, or the dots of a disc.
 */
export interface Band {
  /**
   * The number as it was before: as many of the glyphs have the colour of before.
   */
  before?: string;
  /**
   * Other counts, as smaller discs beside a disc.
   */
  beside?: string[];
  /**
   * How many things one glyph stands for; 1 where it is left out.
   */
  each?: number;
  /**
   * The number.
   */
  fact: string;
  /**
   * The figure that it leads to.
   */
  figure: string;
  glyph?: Glyph;
  /**
   * Sets within the number, each inside the one before: drawn by glyphs full, half and outlined.
   */
  within?: string[];
}
/**
 * A number that is only written.
 */
export interface Numeral {
  /**
   * The number.
   */
  fact: string;
  /**
   * The figure that it leads to.
   */
  figure: string;
}
/**
 * One dot a thing, in groups that can be brought forward.
 */
export interface Dots {
  /**
   * Counts, in reading order.
   */
  groups: string[];
}
/**
 * Counts in a row, each leading to the next.
 */
export interface Flow {
  /**
   * What the things of each step look like, in the order of the steps; dots where nothing is said.
   */
  glyphs?: Glyph[];
  /**
   * Counts, in the order of the flow.
   */
  steps: string[];
}
/**
 * Names under headings.
 */
export interface Outline {
  /**
   * The headings.
   */
  branches: Branch[];
}
/**
 * A heading, the number behind it if there is one, and the names under it.
 */
export interface Branch {
  /**
   * The fact that the heading shows.
   */
  fact: string;
  glyph?: Glyph;
  /**
   * The names that the article gives; none where it gives a number only.
   */
  items?: Text[];
}
/**
 * Sets that contain each other: the first contains the second, the second the third.
 */
export interface Funnel {
  glyph?: Glyph;
  /**
   * For each step but the first, the derived share of the step before.
   */
  shares: string[];
  /**
   * Counts from the widest set to the narrowest.
   */
  steps: string[];
}
/**
 * Bars from zero, one panel a unit.
 */
export interface Bars {
  /**
   * The panels: facts in one panel share an axis, so they must share a unit.
   */
  panels: string[][];
}
/**
 * Bars in groups, all on one scale from zero.
 */
export interface Grouped {
  /**
   * The categories, in reading order.
   */
  categories: Category[];
  /**
   * What each category has a bar for, two to four.
   */
  groups: Text[];
}
/**
 * What is compared across the groups.
 */
export interface Category {
  /**
   * A fact for each group, in their order.
   */
  facts: string[];
  label: Text;
}
/**
 * From one number to another, all on one scale.
 */
export interface Interval2 {
  /**
   * The intervals, in reading order.
   */
  intervals: Ends[];
}
/**
 * Two numbers and what lies between them.
 */
export interface Ends {
  /**
   * The one end.
   */
  from: string;
  label: Text;
  /**
   * How many times the one end the other is, usually derived.
   */
  ratio?: string;
  /**
   * The other end.
   */
  to: string;
}
/**
 * Counts on circles around each other, from the inside out.
 */
export interface Rings {
  /**
   * Facts listed beside the circles.
   */
  beside?: string[];
  /**
   * Counts, from the inside out.
   */
  rings: string[];
}
/**
 * One cell a departure, a week wide: before and now.
 */
export interface Week {
  /**
   * Departures before, a week.
   */
  before: string;
  /**
   * The derived departures a day as counted, shown beside what is said, if they were.
   */
  counted?: string;
  departure?: Text;
  glyph?: Glyph;
  /**
   * The derived multiple.
   */
  multiple: string;
  /**
   * Departures now, a day.
   */
  now: string;
}
/**
 * Parts of a whole, in one bar or in glyphs.
 */
export interface Share {
  /**
   * How much one glyph stands for, where parts are counted out in glyphs; without it they are bars.
   */
  each?: number;
  /**
   * The parts, in reading order.
   */
  parts: Part[];
  /**
   * The derived sum of the parts.
   */
  total: string;
}
/**
 * One part of a whole.
 */
export interface Part {
  /**
   * The amount.
   */
  fact: string;
  glyph?: Glyph;
  /**
   * The derived share of the whole: a fact of its own, which texts can name and whose formula a reader sees.
   */
  share: string;
}
/**
 * Before and after, each pair on a scale of its own or all on one.
 */
export interface Pairs {
  /**
   * The pairs, in reading order.
   */
  pairs: Pair[];
}
/**
 * One before and after.
 */
export interface Pair {
  /**
   * The amount after.
   */
  after: string;
  /**
   * The amount before, usually derived.
   */
  before: string;
  /**
   * The growth between them.
   */
  growth: string;
}
/**
 * Glyphs that stand for a round number of things.
 */
export interface Pictogram {
  /**
   * The rows, in reading order.
   */
  rows: PictogramRow[];
}
/**
 * One row of glyphs.
 */
export interface PictogramRow {
  /**
   * How many things one glyph stands for.
   */
  each: number;
  /**
   * The number.
   */
  fact: string;
  glyph: Glyph;
}
/**
 * Named firsts by how far they reach, the farthest on top.
 */
export interface Ladder {
  /**
   * Facts with a scope, in reading order; the program sorts them onto their rungs.
   */
  firsts: string[];
}
/**
 * Days along a line.
 */
export interface Timeline {
  /**
   * Facts with a date, in any order.
   */
  events: string[];
}
/**
 * Numbers over time, in panels above each other on one axis of time.
 */
export interface Series {
  /**
   * Set when all panels have the same scale, so that their heights compare.
   */
  common_scale?: boolean;
  form?: SeriesForm;
  /**
   * The panels, each a list of ids of `series`. Those of one panel share a scale, so they must share a unit.
   */
  panels: string[][];
}
/**
 * A remark under a figure.
 */
export interface Note {
  /**
   * Facts that the remark is about, besides those that it names in braces.
   */
  facts?: string[];
  text: Prose;
}
/**
 * A text with facts in it, in each of the story's languages.
 *
 * `{id}` stands for a fact written out (qualifier, number, unit), and `{id:n}` for its number alone, so that a number is
 * never typed twice.
 */
export interface Prose {
  /**
   * English.
   */
  en?: string;
  /**
   * Simplified Chinese.
   */
  zh?: string;
}
/**
 * A number that is so by definition.
 */
export interface Constant {
  /**
   * The constant's name in formulas.
   */
  id: string;
  label: Text;
  /**
   * The id of its unit.
   */
  unit: string;
  /**
   * The number.
   */
  value: number;
}
/**
 * Something that was wrong on the page.
 */
export interface Correction {
  /**
   * The day on which it was put right: `2024-07-05`.
   */
  date: string;
  text: Prose;
}
/**
 * A number that the program works out from others.
 */
export interface Derived {
  /**
   * At most so many decimals as written; fewer when the inputs warrant fewer.
   */
  decimals?: number;
  /**
   * Ids, plain numbers, `+ - * /` between spaces, and parentheses: `road-weight / trips`.
   */
  formula: string;
  /**
   * The derived fact's name in this file and in addresses.
   */
  id: string;
  label: Text;
  note?: Prose;
  /**
   * When it held, written like a fact's period.
   */
  period?: string;
  short?: Text;
  /**
   * The id of the unit of the result; the formula must come out in it.
   */
  unit: string;
}
/**
 * One statistic of the article. It has a number with a `unit`, or a `date`, or neither (a name, a rank).
 */
export interface Fact {
  /**
   * Other paragraphs that say the same.
   */
  also?: string[];
  /**
   * A day or month: `2024-07-03`, `2023-06`.
   */
  date?: string;
  /**
   * How many significant digits the value is measured to. If absent, a count is exact, and a measured number has the digits that are
   * printed without the zeros that end a whole number; write it for more of them, or for fewer.
   */
  digits?: number;
  /**
   * The fact's name in this file and in addresses.
   */
  id: string;
  /**
   * Set when the article leaves out the year and the story supplies it.
   */
  inferred?: boolean;
  label: Text;
  note?: Prose;
  /**
   * The paragraph it stands in: `P09`.
   */
  paragraph: string;
  /**
   * When it held: `2023`, `2024-01/2024-05`, `2024-07-03`.
   */
  period?: string;
  /**
   * The very characters of the article.
   */
  printed: string;
  qualifier?: Qualifier;
  scope?: Scope;
  short?: Text;
  status?: Status;
  /**
   * The id of the value's unit.
   */
  unit?: string;
  /**
   * The number, in whole units: 28370000, not 2837 ten thousands. Only where `printed` does not say it.
   */
  value?: number;
  /**
   * What a growth is measured against, written like `period`.
   */
  versus?: string;
}
/**
 * A number of the article that the story leaves out.
 */
export interface Omitted {
  /**
   * The paragraph it stands in: `P09`.
   */
  paragraph: string;
  /**
   * The very characters of the article.
   */
  printed: string;
  /**
   * Why it is no fact of the story: for editors, shown nowhere.
   */
  reason: string;
}
/**
 * A number over time, as the article prints it for one period after the other.
 */
export interface TimeSeries {
  /**
   * How many significant digits the numbers are measured to, as in a fact.
   */
  digits?: number;
  /**
   * The name of the series in this file. The fact of a period has both in its name: `harvest-2024`, `output-2024-q1`.
   */
  id: string;
  label: Text;
  /**
   * The numbers, the earliest first. A period that is left out is a gap, which is drawn and said.
   */
  observations: Observation[];
  /**
   * The paragraph or table that the numbers stand in: `P09`.
   */
  paragraph: string;
  short?: Text;
  /**
   * The id of the unit of every number.
   */
  unit: string;
}
/**
 * The number of one period.
 */
export interface Observation {
  /**
   * Set when the article expects the number; what follows is expected too.
   */
  forecast?: boolean;
  interval?: Interval;
  /**
   * A year, a half, a quarter, a month or a day: `2024`, `2024-H1`, `2024-Q1`, `2024-01`, `2024-01-31`.
   */
  period: string;
  /**
   * The very characters of the article.
   */
  printed: string;
  qualifier?: Qualifier;
  /**
   * The number, in whole units, where `printed` does not say it.
   */
  value?: number;
}
/**
 * What a forecast lies between.
 */
export interface Interval {
  /**
   * The upper end, in whole units.
   */
  high: number;
  /**
   * The lower end, in whole units.
   */
  low: number;
  /**
   * The very characters of the article.
   */
  printed: string;
}
/**
 * Where the numbers come from.
 */
export interface Source {
  credit: Text;
  date: Text;
  publication: Text;
  /**
   * The article's address, which every mention of a paragraph leads to: `https://…`.
   */
  url?: string;
}
/**
 * Words that a story says otherwise than the product does.
 */
export interface Terms {
  /**
   * How far a first reaches, by scope: `Guangdong` for `province`.
   */
  scopes?: {
    [k: string]: Text;
  };
  source?: Text;
  /**
   * What is said of a fact with that status: `flash estimate` for `preliminary`.
   */
  statuses?: {
    [k: string]: Text;
  };
}
/**
 * Something to count in.
 */
export interface Unit {
  /**
   * Set when it counts things one by one: companies, trucks. Such a number is exact, can be drawn one mark a thing, and stands
   * without its noun beside a term that names the things. Any other unit measures, but for rates of such things without a `scale`: trips a week.
   */
  counts?: boolean;
  /**
   * What the unit is made of, for the check of formulas: `trip/week`; `1` for a bare ratio.
   */
  dimension: string;
  form: Text;
  /**
   * The unit's name in this file.
   */
  id: string;
  /**
   * What the stored value is multiplied by before it is written: 100 for a percentage. 1 if absent.
   */
  scale?: number;
  spoken?: Text;
}
