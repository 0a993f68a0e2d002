export * from './Button.tsx';
export * from './Empty.tsx';
export * from './Field.tsx';
export * from './format.ts';
export * from './GradeBadge.tsx';
