import type { ForeignNames } from '../foreign.ts';

export const objectStorageForeign: ForeignNames = {
  software: ['minio', 's3', 'gcs', 'seaweedfs'],
  words: ['object storage', 'blob storage', 'file storage', 'bucket', 'blob', '객체 저장소', '파일 저장소'],
};
