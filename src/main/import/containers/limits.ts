const MEGABYTE = 1024 * 1024;

/** What a container may hold before it is taken for a bomb, or for more than a person can look through. */
export interface ContainerLimits {
  /** Archives inside archives. */
  readonly depth: number;
  readonly folderDepth: number;
  readonly files: number;
  /** Unpacked bytes for one packed byte; text of one repeated row reaches about 100. */
  readonly ratio: number;
  /** Below this size nothing is a bomb, whatever its ratio. */
  readonly ratioFrom: number;
  /** Unpacked bytes of everything in archives. */
  readonly total: number;
  /** An archive inside an archive is held in memory: no larger than this, all that are open together. */
  readonly inMemory: number;
  readonly nameLength: number;
}

export const CONTAINER_LIMITS: ContainerLimits = {
  depth: 4,
  folderDepth: 64,
  files: 20_000,
  ratio: 200,
  ratioFrom: 16 * MEGABYTE,
  total: 64 * 1024 * MEGABYTE,
  inMemory: 256 * MEGABYTE,
  nameLength: 1024,
};
