/** All messages of one language, so that the first screen waits for no other. */
export default import.meta.glob<Record<string, unknown>>('../../../../resources/locales/en/*.json', {
  eager: true,
  import: 'default',
});
