import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { logCollectorSpec } from './spec.ts';

export const logCollectorFieldsKo: KindFieldText<typeof logCollectorSpec> = {
  fields: {
    linesPerRequest: { label: '요청당 줄 수', help: '응답 하나마다 호스트가 쓰는 줄 수입니다. 실패한 응답은 적어도 한 줄을 씁니다.' },
    lineBytes: { label: '한 줄의 바이트', help: '로그 한 줄의 평균 길이입니다.' },
    bufferMb: { label: '호스트당 버퍼', help: '보내지 못하는 동안 호스트가 들고 있을 수 있는 양입니다.' },
    flushSeconds: { label: '전송 주기', help: '호스트가 모아 둔 로그를 보내는 간격입니다.' },
    samplePercent: {
      label: '남기는 요청',
      help: '로그를 남기는 요청의 비율입니다. 한 요청의 줄은 모든 호스트에서 함께 남거나 함께 버려집니다.',
    },
    keepErrors: { label: '실패는 항상 남김', help: '실패한 응답의 줄은 표본 비율과 상관없이 남깁니다.' },
    mode: {
      label: '버퍼가 가득 차면',
      help: '다음 줄을 쓸 자리가 없는 호스트에서 일어나는 일입니다.',
      options: { async: '줄을 버립니다', sync: '호스트가 멈춥니다' },
    },
    retentionDays: { label: '보관 일수', help: '로그를 검색할 수 있는 기간입니다. 요금이 달라집니다.' },
    indexMbPerSecond: { label: '색인 처리량', help: '초당 MB입니다. 넘치면 로그가 기다리고, 그다음에는 호스트에 남습니다.' },
    indexMs: { label: '검색되기까지', help: '색인에 도착한 뒤 검색되기까지 걸리는 시간입니다.' },
    ...mishapsKo,
  },
  metrics: {
    lines: '수집한 줄',
    droppedLines: '버퍼가 차서 버린 줄',
    lostLines: '죽은 호스트와 함께 잃은 줄',
    bufferedLines: '아직 호스트에 있는 줄',
    ingestLag: '수집 지연(p99)',
  },
};
