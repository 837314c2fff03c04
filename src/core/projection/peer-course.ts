/** How the course of a region follows from what it published. */
import { latestGrowth, valueIn, type Course, type KnownGrowth, type Pace } from '../analysis/catch-up.ts';
import type { Year } from '../model/cell.ts';
import type { Observation, Unit } from '../model/dataset.ts';

/** What is in per cent goes by points a year. */
export function paceOf({ percent }: Unit): Pace {
  return percent ? 'step' : 'rate';
}

export interface PublishedCourse {
  readonly course: Course;
  /** Between the last two published years; absent where there are not two. */
  readonly publishedGrowth?: KnownGrowth;
}

/** On by the growth that is set, else by the published one. */
export function publishedCourse(published: readonly Observation[], pace: Pace, setGrowth?: number): PublishedCourse {
  const known = new Map(published.map(({ year, figure }) => [year, figure.value]));
  const publishedGrowth = latestGrowth(known, pace);
  const course = courseOf(known, pace, setGrowth ?? publishedGrowth?.value);
  return { course, ...(publishedGrowth && { publishedGrowth }) };
}

export function courseOf(known: ReadonlyMap<Year, number>, pace: Pace, growth: number | undefined): Course {
  return { known, pace, ...(growth !== undefined && { growth }) };
}

/** Of the years those in which the course is known. */
export function valuesIn(years: readonly Year[], course: Course): ReadonlyMap<Year, number> {
  return new Map(
    years.flatMap((year): [Year, number][] => {
      const value = valueIn(course, year);
      return value === undefined ? [] : [[year, value]];
    }),
  );
}
