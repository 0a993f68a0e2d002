import type { Texts } from './graph.ts';
import type { Attributes, XmlHandlers } from './xml.ts';

/** One item of a chart as it stands in the file; `link` is null where it is a thing. */
export interface AnxItem {
  readonly line: number;
  readonly chartItem: Texts;
  entity: Texts;
  endId: string;
  link: Texts | null;
  style: Texts;
  text: string;
  /** A note written on the chart. */
  isText: boolean;
  readonly attributes: { name: string; value: string }[];
  readonly cards: string[];
}

interface GradeList {
  readonly texts: string[];
  readonly byId: Map<string, string>;
}

interface AttributeClass {
  readonly named: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly isTime: boolean;
}

/** What items name by id or by name, from the head of the chart. */
export interface AnxLists {
  readonly entityTypes: Map<string, string>;
  readonly linkTypes: Map<string, string>;
  readonly strengths: Map<string, string>;
  readonly dots: Map<string, string>;
  readonly icons: Map<string, string>;
  readonly attributes: Map<string, AttributeClass>;
  readonly grades: Map<string, GradeList>;
}

const STYLES = new Set([
  'IconStyle',
  'ThemeStyle',
  'EventStyle',
  'BoxStyle',
  'CircleStyle',
  'TextBlockStyle',
  'BorderStyle',
  'LinkStyle',
  'OleStyle',
]);

/** Gathers items and lists; everything that only places or paints goes by. */
export class AnxCollector implements XmlHandlers {
  readonly items: AnxItem[] = [];
  readonly lists: AnxLists = {
    entityTypes: new Map(),
    linkTypes: new Map(),
    strengths: new Map(),
    dots: new Map(),
    icons: new Map(),
    attributes: new Map(),
    grades: new Map(),
  };
  #item: AnxItem | null = null;
  #grades: GradeList | null = null;

  open(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'ChartItem') this.#item = newItem(attributes, line);
    else if (this.#item !== null) this.#inside(this.#item, tag, attributes);
    else this.#outside(tag, attributes);
  }

  close(tag: string, text: string): void {
    if (/^Grade(One|Two|Three)$/.test(tag)) this.#grades = null;
    if (this.#item === null) return;
    if (tag === 'TextBlock' || tag === 'Text') this.#item.text ||= text;
    if (tag !== 'ChartItem') return;
    this.items.push(this.#item);
    this.#item = null;
  }

  #inside(item: AnxItem, tag: string, attributes: Attributes): void {
    if (tag === 'Entity') item.entity = { ...attributes };
    else if (tag === 'End') item.endId = attributes.Id ?? '';
    else if (tag === 'Link') item.link = { ...attributes };
    else if (STYLES.has(tag)) {
      item.style = { ...attributes, ...item.style };
      item.isText ||= tag === 'TextBlockStyle';
    } else if (tag === 'Card') item.cards.push(cardText(attributes));
    else if (tag === 'Attribute') {
      const name =
        attributes.AttributeClassReference ?? attributes.AttributeClass ?? attributes.AttributeClassId ?? '';
      item.attributes.push({ name, value: attributes.Value ?? '' });
    }
  }

  #outside(tag: string, attributes: Attributes): void {
    const { Id = '', Name = '' } = attributes;
    const { lists } = this;
    if (tag === 'EntityType') {
      remember(lists.entityTypes, Id, Name);
      if (attributes.IconFile !== undefined) lists.icons.set(Name, attributes.IconFile);
    } else if (tag === 'LinkType') remember(lists.linkTypes, Id, Name);
    else if (tag === 'Strength') {
      remember(lists.strengths, Id, Name);
      lists.dots.set(Name, attributes.DotStyle ?? '');
    } else if (tag === 'AttributeClass') {
      const { Prefix = '', Suffix = '', Type = '' } = attributes;
      const one = { named: Name, prefix: Prefix, suffix: Suffix, isTime: Type === 'AttTime' };
      for (const id of [Id, Name]) {
        if (id !== '') lists.attributes.set(id, one);
      }
    } else this.#grade(tag, attributes);
  }

  #grade(tag: string, attributes: Attributes): void {
    if (/^Grade(One|Two|Three)$/.test(tag)) {
      this.#grades = { texts: [], byId: new Map() };
      this.lists.grades.set(tag, this.#grades);
    } else if (tag === 'String' && this.#grades !== null) {
      const text = attributes.Text ?? '';
      this.#grades.texts.push(text);
      if (attributes.Id !== undefined) this.#grades.byId.set(attributes.Id, text);
    }
  }
}

function newItem(attributes: Attributes, line: number): AnxItem {
  return {
    line,
    chartItem: { ...attributes },
    entity: {},
    endId: '',
    link: null,
    style: {},
    text: '',
    isText: false,
    attributes: [],
    cards: [],
  };
}

function remember(list: Map<string, string>, id: string, name: string): void {
  if (id !== '') list.set(id, name);
}

function cardText(card: Attributes): string {
  const { Summary = '', Text = '', SourceReference = '', SourceType = '' } = card;
  const head = [itemDate(card), Summary].filter(Boolean).join(' ');
  const source = [SourceType, SourceReference].filter(Boolean).join(' ');
  return [head, Text, source === '' ? '' : `(${source})`].filter(Boolean).join(': ');
}

/** Empty where the chart says that neither date nor time is set; without a time the day alone. */
export function itemDate(item: Attributes): string {
  const { DateTime = '', DateSet, TimeSet } = item;
  if (DateTime === '' || DateSet !== 'true') return '';
  const local = item.LocalDateTimeOffset;
  return TimeSet === 'true' ? `${DateTime}${offsetText(local)}` : DateTime.slice(0, 10);
}

function offsetText(offset: string | undefined): string {
  return offset !== undefined && /^[+-]\d{2}:\d{2}$/.test(offset) ? offset : '';
}
