import type { Page } from 'playwright-core';

/**
 * Two neighbours of which only the shade differs must differ at least so much. Three classes between white and black can
 * differ 2.76 each at most (21 to the power of a third, black on white being 21); twice as light is seen on bad paper too.
 */
const leastBetween = 2;
/** A mark beside what it stands on (WCAG 1.4.11). */
const leastOnGround = 3;

interface Mark {
  readonly of: string;
  readonly paint: string;
  /** What tells it apart without any colour: dashes, a filled mark, hatching. */
  readonly pattern: string;
}

/** What is told apart by colour alone in the charts of a page, in the scheme it is in. */
export async function toldByColourAlone(page: Page): Promise<readonly string[]> {
  const { legends, bars } = await page.evaluate(paintsOf);
  const faults = legends.flatMap((marks) =>
    marks.slice(1).flatMap((mark, index) => {
      const before = marks[index];
      return before && before.pattern === mark.pattern && contrast(before.paint, mark.paint) < leastBetween
        ? [`${before.of} and ${mark.of} differ by colour alone`]
        : [];
    }),
  );
  const faint = bars.filter(({ bar, ground }) => contrast(bar, ground) < leastOnGround);
  if (legends.length < 2 || bars.length === 0) return ['There are no charts to look at'];
  return [...faults, ...faint.map(({ of }) => `the bar of ${of} is lost in its ground`)];
}

/** Runs in the page. Every legend is a row of neighbours; every bar stands on its ground. */
function paintsOf(): {
  legends: Mark[][];
  bars: { of: string; bar: string; ground: string }[];
} {
  const legends = [...document.querySelectorAll('.zb-legend')].map((legend) =>
    [...legend.querySelectorAll('li')].map((item): Mark => {
      const [line, mark] = [item.querySelector('.line'), item.querySelector('.mark')];
      if (line && mark) {
        const { stroke, strokeDasharray } = getComputedStyle(line);
        const { fill } = getComputedStyle(mark);
        return {
          of: item.innerText,
          paint: stroke,
          pattern: `${strokeDasharray} ${fill === stroke ? 'full' : 'open'}`,
        };
      }
      const { fill } = getComputedStyle(item.querySelector('rect')!);
      return { of: item.innerText, paint: fill, pattern: fill.startsWith('url') ? 'hatched' : '' };
    }),
  );
  const bars = [...document.querySelectorAll<HTMLElement>('.zb-bars li')].flatMap((item) => {
    const colours = getComputedStyle(item.querySelector('i')!).backgroundImage.match(/rgb\([^)]*\)/g) ?? [];
    return [{ of: item.innerText, bar: colours[0] ?? '', ground: colours.at(-1) ?? '' }];
  });
  return { legends, bars };
}

/** Contrast of two colours as the browser writes them, from 1 to 21, which is a matter of their shades alone. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
