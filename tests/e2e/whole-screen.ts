import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers } from './accessibility.ts';

const SIZES = [
  [1366, 768],
  [1920, 1080],
] as const;

/** The same screen in both sizes and themes, kept as pictures: no barrier, nothing of `part` sticking out. */
export async function expectWhole(page: Page, part: string, shots: string, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const theme of ['light', 'dark']) {
      await page.evaluate((value) => {
        document.documentElement.dataset.theme = value;
      }, theme);
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(shots, `${name}-${width}-${theme}.png`) });
      expect(await barriers(page)).toEqual([]);
    }
    const outside = await page
      .locator(part)
      .evaluate((panel) => [panel.scrollWidth - panel.clientWidth, document.body.scrollWidth - innerWidth]);
    expect(outside).toEqual([0, 0]);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

/** The folder browser begins in the home folder; what is typed before that answer came is overwritten by it. */
export async function goTo(page: Page, path: string, sign: string): Promise<void> {
  const dialog = page.locator('dialog');
  await expect
    .poll(
      async () => {
        await dialog.locator('input').first().fill(path);
        await dialog.locator('input').first().press('Enter');
        await page.waitForTimeout(400);
        return dialog.getByText(sign).count();
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}
