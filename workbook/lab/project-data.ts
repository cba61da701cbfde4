import type { ProjectSource } from '../verdict/project/project.ts'

/** What the page makes a project of the learner's own from, without the learner's modules. */
export interface ProjectData extends Pick<ProjectSource, 'imports' | 'overrides' | 'lessons' | 'locked'> {
  /** The texts that are given, by their path in the workbook. */
  files: Readonly<Record<string, string>>
}
