import type { Reader } from '../reader.ts';
import { anx } from './anx.ts';
import { caseJson } from './case-json.ts';
import { followTheMoney } from './follow-the-money.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { misp } from './misp.ts';
import { pajek } from './pajek.ts';
import { stix } from './stix.ts';

/** Charts and entities of other programs. */
export const GRAPH_READERS: readonly Reader[] = [
  anx,
  graphml,
  gexf,
  pajek,
  followTheMoney,
  stix,
  misp,
  caseJson,
];
