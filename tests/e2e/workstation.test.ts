import { describe } from 'vitest';
import { workstationSuite } from './workstation.ts';

describe('the workstation in Chromium', () => workstationSuite('chromium'));
