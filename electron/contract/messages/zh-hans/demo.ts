/** Simplified Chinese of `texts/demo.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/demo.ts';

export const demoTexts: Translated<typeof english.demoTexts> = {
  relay: '1. 本地中继在 localhost:{port} 上侦听，代替 Azure。',
  service: '2. 专用 Web 服务在 {endpoint} 上运行，只有此计算机可以访问。',
  added: '3. 其网关连接字符串已添加到使用临时数据文件夹 {folder} 的主机。',
  connected: '4. {name}：{status}，终结点{endpointStatus}。',
  sender: '5. 发送方（应用端）在 127.0.0.1:{port} 上侦听。',
  answered: '6. 一个请求已按“发送方 → 中继 → 主机 → 服务”往返（{status}，{time}）：{text}',
  tryIt: '试一试：curl {url}   按 Ctrl+C 结束。',
};
