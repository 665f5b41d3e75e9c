/** Builds the command once before the end-to-end tests. A build that fails is told by those tests, not by all the others. */
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** What went wrong when the command was built; empty if nothing did. */
    readonly buildError: string;
  }
}

/** Builds if needed, and provides `buildError`. */
export default async function setup(project: TestProject): Promise<void> {
  const prepare = '../../../scripts/prepare.mjs';
  try {
    await ((await import(prepare)) as { prepare(): Promise<void> }).prepare();
    project.provide('buildError', '');
  } catch (error) {
    project.provide('buildError', error instanceof Error ? error.message : String(error));
  }
}
