export { buildGraph, type Graph, type GraphLine, shortestPath } from './graph.ts';
export { type IdentityLead, newIdentities, type Usage } from './identities.ts';
export { kilometresBetween, type Presence, type TogetherPair, together } from './together.ts';
