// For processes that are started with it: Node's --import runs a file, it calls no function.
import { tidySoon } from './idle-memory.mjs'

tidySoon()
