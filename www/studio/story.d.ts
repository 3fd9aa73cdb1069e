// Written by `node scripts/check/story-types.mjs --write`; the source is data/story.schema.json.

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
export type SeriesForm = 'lines' | 'columns';
export type Width = 'wide' | 'two-thirds' | 'half' | 'third';
export type Qualifier = 'exact' | 'about' | 'over' | 'within' | 'nearly' | 'under' | 'at-least' | 'at-most';
export type Scope = 'world' | 'nation' | 'province' | 'city' | 'district';
export type Status = 'before' | 'now' | 'planned' | 'under-construction' | 'preliminary' | 'revised' | 'forecast';
export type Locale = 'zh' | 'en';

export interface Story {
  $schema?: string;
  article?: string;
  byline?: Text;
  chapters: Chapter[];
  constants: Constant[];
  corrections?: Correction[];
  derived: Derived[];
  facts: Fact[];
  lead: Prose;
  locales: Locale[];
  method: Prose[];
  omitted?: Omitted[];
  published?: string;
  series?: TimeSeries[];
  source: Source;
  terms?: Terms;
  title: Prose;
  units: Unit[];
  updated?: string;
  version: number;
}
export interface Text {
  en?: string;
  zh?: string;
}
export interface Chapter {
  figures: Figure[];
  id: string;
  lead: Prose;
  title: Prose;
}
export interface Figure {
  drawing: Drawing;
  id: string;
  notes?: Note[];
  reading: Prose;
  subtitle: Prose;
  title: Prose;
  width?: Width;
}
export interface Panorama {
  bands: Band[];
  numerals?: Numeral[];
}
export interface Band {
  before?: string;
  beside?: string[];
  each?: number;
  fact: string;
  figure: string;
  glyph?: Glyph;
  within?: string[];
}
export interface Numeral {
  fact: string;
  figure: string;
}
export interface Dots {
  groups: string[];
}
export interface Flow {
  glyphs?: Glyph[];
  steps: string[];
}
export interface Outline {
  branches: Branch[];
}
export interface Branch {
  fact: string;
  glyph?: Glyph;
  items?: Text[];
}
export interface Funnel {
  glyph?: Glyph;
  shares: string[];
  steps: string[];
}
export interface Bars {
  panels: string[][];
}
export interface Grouped {
  categories: Category[];
  groups: Text[];
}
export interface Category {
  facts: string[];
  label: Text;
}
export interface Interval2 {
  intervals: Ends[];
}
export interface Ends {
  from: string;
  label: Text;
  ratio?: string;
  to: string;
}
export interface Rings {
  beside?: string[];
  rings: string[];
}
export interface Week {
  before: string;
  counted?: string;
  departure?: Text;
  glyph?: Glyph;
  multiple: string;
  now: string;
}
export interface Share {
  each?: number;
  parts: Part[];
  total: string;
}
export interface Part {
  fact: string;
  glyph?: Glyph;
  share: string;
}
export interface Pairs {
  pairs: Pair[];
}
export interface Pair {
  after: string;
  before: string;
  growth: string;
}
export interface Pictogram {
  rows: PictogramRow[];
}
export interface PictogramRow {
  each: number;
  fact: string;
  glyph: Glyph;
}
export interface Ladder {
  firsts: string[];
}
export interface Timeline {
  events: string[];
}
export interface Series {
  common_scale?: boolean;
  form?: SeriesForm;
  panels: string[][];
}
export interface Note {
  facts?: string[];
  text: Prose;
}
export interface Prose {
  en?: string;
  zh?: string;
}
export interface Constant {
  id: string;
  label: Text;
  unit: string;
  value: number;
}
export interface Correction {
  date: string;
  text: Prose;
}
export interface Derived {
  decimals?: number;
  formula: string;
  id: string;
  label: Text;
  note?: Prose;
  period?: string;
  short?: Text;
  unit: string;
}
export interface Fact {
  also?: string[];
  date?: string;
  digits?: number;
  id: string;
  inferred?: boolean;
  label: Text;
  note?: Prose;
  paragraph: string;
  period?: string;
  printed: string;
  qualifier?: Qualifier;
  scope?: Scope;
  short?: Text;
  status?: Status;
  unit?: string;
  value?: number;
  versus?: string;
}
export interface Omitted {
  paragraph: string;
  printed: string;
  reason: string;
}
export interface TimeSeries {
  digits?: number;
  id: string;
  label: Text;
  observations: Observation[];
  paragraph: string;
  short?: Text;
  unit: string;
}
export interface Observation {
  forecast?: boolean;
  interval?: Interval;
  period: string;
  printed: string;
  qualifier?: Qualifier;
  value?: number;
}
export interface Interval {
  high: number;
  low: number;
  printed: string;
}
export interface Source {
  credit: Text;
  date: Text;
  publication: Text;
  url?: string;
}
export interface Terms {
  scopes?: {
    [k: string]: Text;
  };
  source?: Text;
  statuses?: {
    [k: string]: Text;
  };
}
export interface Unit {
  counts?: boolean;
  dimension: string;
  form: Text;
  id: string;
  scale?: number;
  spoken?: Text;
}
