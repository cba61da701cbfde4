import { STORAGE_KEY } from './progress.ts'

/** On the root element, while there is progress to show. */
export const BEGUN = 'con-progreso'

/** Runs before the first paint: who has begun gets the room of the progress panel at once, and nothing moves. */
export const EARLY_SCRIPT = `try{
let p=JSON.parse(localStorage.getItem('${STORAGE_KEY}')||'{}')
if(p.solved.length+p.quizzes.length)document.documentElement.classList.add('${BEGUN}')
}catch{}`.replaceAll('\n', ';')
