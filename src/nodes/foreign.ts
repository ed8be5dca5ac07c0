/** What a part of this kind is called in other programs' drawings and files. */
export interface ForeignNames {
  /** Programs and products that are such a part, in lower case, as images and resources are named. */
  software: readonly string[];
  /** Words of English and Korean that drawings write on such a part, in lower case. */
  words: readonly string[];
}
