// What the attacks take, in one piece that is loaded when somebody launches them.
export { attackedEnvironment } from '../../../workbook/attack/environment.ts'
export { FAMILIES } from '../../../workbook/attack/families/all.ts'
export { NoControl, raid } from '../../../workbook/attack/raid.ts'
export { mapOfLesson } from '../../../workbook/attack/route-map.ts'
export { allResults, scoreOf } from '../../../workbook/attack/score.ts'
export { Target } from '../../../workbook/attack/target.ts'
