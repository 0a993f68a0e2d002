/** One numbered step of the schema, frozen once it has landed. `user_version` is set in the same transaction. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
