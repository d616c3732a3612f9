// A file that is refused as a whole: what is wrong, in the shape that an inspection and a problem reply share.
import type { InspectionProblem } from './inspection.ts';

export class FileRefused extends Error {
  readonly problem: InspectionProblem;
  constructor(problem: InspectionProblem) {
    super(problem.type);
    this.problem = problem;
  }
}
