declare module 'virtual:cuaderno/lecciones' {
  const data: import('../lesson-data.ts').LessonData
  export default data
}

declare module 'virtual:cuaderno/worker' {
  /** Address of the Worker's script. */
  const url: string
  export default url
}

declare module 'virtual:cuaderno/proyecto' {
  const data: import('../project-data.ts').ProjectData
  export default data
}
