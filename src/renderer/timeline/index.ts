export { drawMark, EVENT_MARKS, type MarkShape, type MarkStyle, PLACE_MARK } from './marks.ts';
export { TimelinePanel } from './TimelinePanel.tsx';
