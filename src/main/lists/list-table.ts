import type { ListMapping } from '../../contract/lists.ts';
import type { SampleTable } from '../import/readers/index.ts';

/** Columns and first rows of a list, in one of the import's formats or in XML. */
export type ListTable = Omit<SampleTable, 'format'> & { readonly format: ListMapping['format'] };
