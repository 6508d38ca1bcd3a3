/** Simplified Chinese of `texts/cli-examples.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-examples.ts';

export const exampleWordTexts: Translated<typeof english.exampleWordTexts> = {
  heading: '示例：',
  exitCodes: '退出代码：0 已完成，1 未完成，2 用法错误，3 命令需要主机但没有主机在运行',
  exitCodesAndOwn: '{codes}，{own}',
};

export const ownExitCodeTexts: Translated<typeof english.ownExitCodeTexts> = {
  plan: '10 有需要更改的内容',
  version: '10 使用 --check 时：有较新的版本',
  test: '未到达时也为 1',
  'service status': '3 未在运行',
};

export const cliExampleTexts: Translated<typeof english.cliExampleTexts> = {
  add: [
    { line: 'hcm add - < gateway.txt', about: '从文件读取网关连接字符串' },
    { line: 'hcm add', about: '询问字符串，不显示任何内容' },
    {
      line: 'hcm add - --endpoint sql01.corp.example:1433 < gateway.txt',
      about: '用于 Azure 未指定终结点时',
    },
    {
      line: 'hcm add -s Production -rg relays -ns contoso-weu -n sql',
      about: '在 hcm login 后使用 Azure 中的密钥',
    },
  ],
  login: [
    { line: 'hcm login', about: '在此计算机的浏览器中' },
    { line: 'hcm login --device-code', about: '在任意浏览器中' },
    {
      line: 'hcm login --service-principal 11111111-2222-4333-8444-555555555555 --tenant contoso.com --secret - < secret.txt',
      about: '以应用身份',
    },
  ],
  logout: [{ line: 'hcm logout', about: '只有一个帐户登录时' }],
  'sync-keys': [
    { line: 'hcm sync-keys payroll-sql', about: '有人在 Azure 中重新生成其密钥之后' },
    { line: 'hcm sync-keys --all', about: '所有已更改的密钥' },
  ],
  'rotate-keys': [
    { line: 'hcm rotate-keys payroll-sql', about: '显示步骤并先询问' },
    { line: 'hcm rotate-keys payroll-sql --yes', about: '用于脚本，例如每季度一次' },
  ],
  account: [{ line: 'hcm account list', about: '已登录的帐户' }],
  'account list': [{ line: 'hcm account list', about: '已登录的帐户' }],
  list: [
    { line: 'hcm list', about: '所有连接' },
    { line: 'hcm list --output json', about: '同上，用于脚本' },
  ],
  show: [
    { line: 'hcm show payroll-sql', about: '按名称显示一个连接' },
    { line: 'hcm show -ns contoso -n payroll-sql', about: '按命名空间和名称' },
  ],
  status: [
    { line: 'hcm status', about: '主机及其连接' },
    { line: 'hcm status --watch', about: '同上，随变化更新' },
    {
      line: 'hcm status payroll-sql --wait Connected --timeout 60',
      about: '用于脚本，在更改之后',
    },
  ],
  remove: [
    { line: 'hcm remove payroll-sql', about: '先询问' },
    { line: 'hcm remove payroll-sql --yes', about: '用于脚本' },
  ],
  start: [{ line: 'hcm start payroll-sql', about: '已停止的连接' }],
  stop: [{ line: 'hcm stop payroll-sql', about: '打开的会话可以完成' }],
  restart: [{ line: 'hcm restart payroll-sql', about: '停止再启动' }],
  sessions: [
    { line: 'hcm sessions', about: '所有打开的会话' },
    { line: 'hcm sessions payroll-sql --ended --limit 50', about: '最近结束的 50 个会话及原因' },
    { line: 'hcm sessions --kill 3f2a91c4', about: '按 ID 的开头部分结束一个会话' },
    { line: 'hcm sessions --kill-all payroll-sql --yes', about: '结束某个连接的所有会话' },
  ],
  test: [
    { line: 'hcm test sql01.corp.example:1433', about: '终结点，以会话的方式连接' },
    { line: 'hcm test [fd00::15]:1433', about: 'IPv6 地址' },
    {
      line: 'hcm test contoso.servicebus.windows.net --timeout 5',
      about: '命名空间的名称、代理、TCP、TLS 和 HTTPS',
    },
    { line: 'hcm test payroll-sql', about: '连接的两段路径' },
  ],
  logs: [
    { line: 'hcm logs --follow', about: '随写入显示日志' },
    { line: 'hcm logs payroll-sql --since 2h --level warn', about: '一个连接的警告' },
    { line: 'hcm logs --sessions --since 2026-11-22T10:00', about: '自该时间起有哪些连接' },
    { line: 'hcm logs --path', about: '文件所在位置' },
  ],
  update: [
    {
      line: 'hcm update payroll-sql --connection-string - < gateway.txt',
      about: '包含新密钥的字符串',
    },
    { line: 'hcm update payroll-sql --endpoint sql02.corp.example:1433', about: '另一个终结点' },
    {
      line: 'hcm update payroll-sql --name payroll-sql-2',
      about: '同一命名空间的另一个混合连接',
    },
    { line: 'hcm update payroll-sql --accept-endpoint', about: 'Azure 现在指定的终结点' },
  ],
  config: [{ line: 'hcm config list', about: '所有设置及其值和限制' }],
  'config list': [
    { line: 'hcm config list', about: '此主机的设置' },
    { line: 'hcm config list --connection payroll-sql', about: '一个连接的限制' },
  ],
  'config get': [{ line: 'hcm config get drainSeconds', about: '一项设置' }],
  'config set': [
    { line: 'hcm config set drainSeconds 120', about: '给打开的会话更多时间' },
    { line: 'hcm config set maxSessions 50 --connection payroll-sql', about: '用于一个连接' },
  ],
  'config unset': [{ line: 'hcm config unset drainSeconds', about: '恢复为默认值' }],
  plan: [
    { line: 'hcm plan -f connections.yaml', about: 'apply 会更改的内容' },
    { line: 'hcm plan -f connections.yaml --prune', about: '以及会删除的内容' },
  ],
  apply: [
    { line: 'hcm apply -f connections.yaml', about: '添加和更改有差异的内容' },
    { line: 'hcm apply -f connections.yaml --prune --yes', about: '并删除其他连接，用于脚本' },
  ],
  export: [
    { line: 'hcm export backup.json', about: '密钥受密码短语保护，会询问该短语' },
    {
      line: 'hcm export backup.json --passphrase-file /etc/hcm/passphrase',
      about: '同上，用于脚本',
    },
    { line: 'hcm export --without-secrets > connections.json', about: '不含任何密钥' },
  ],
  import: [
    {
      line: 'hcm import Microsoft.HybridConnectionManager.Listener.exe.config --dry-run',
      about: 'Microsoft 旧版管理器中的内容',
    },
    { line: 'hcm import connections.json', about: '来自其新版管理器' },
    { line: 'hcm import azbridge_config.yml --yes', about: '来自 azbridge，不询问' },
    {
      line: 'hcm import backup.json --passphrase-file /etc/hcm/passphrase --overwrite',
      about: '导入导出文件，覆盖现有内容',
    },
  ],
  proxy: [
    { line: 'hcm proxy', about: '当前设置' },
    { line: 'hcm proxy --mode manual --url http://proxy.corp.example:8080', about: '始终使用此代理' },
    { line: 'hcm proxy --password - < password.txt', about: '其用户的密码' },
  ],
  run: [
    { line: 'hcm run', about: '在前台' },
    {
      line: 'hcm run --log-level debug --log-format pretty',
      about: '记录所有事件，便于阅读',
    },
    { line: 'hcm run --http 127.0.0.1:9464', about: '带有供监视使用的运行状况和指标' },
  ],
  service: [{ line: 'hcm service install --start', about: '从系统启动时起运行主机' }],
  'service install': [
    { line: 'hcm service install --start', about: '设置并启动' },
    { line: 'hcm service install --dry-run', about: '只显示将执行的操作' },
  ],
  'service uninstall': [{ line: 'hcm service uninstall', about: '连接和密钥保留' }],
  'service start': [{ line: 'hcm service start', about: '由系统的服务管理器启动' }],
  'service stop': [{ line: 'hcm service stop', about: '打开的会话可以完成' }],
  'service status': [{ line: 'hcm service status', about: '是否已设置并正在运行' }],
  forward: [
    {
      line: 'hcm forward - --port 1433 < send.txt',
      about: '此计算机上的应用通过 127.0.0.1:1433 访问终结点',
    },
  ],
  relay: [
    { line: 'hcm relay', about: '带有名为 demo 的混合连接的本地中继' },
    {
      line: 'hcm relay --entity payroll-sql --endpoint localhost:1433',
      about: '使用自己的混合连接',
    },
  ],
  demo: [
    { line: 'hcm demo', about: '完整路径，直到按 Ctrl+C' },
    { line: 'hcm demo --exit', about: '一次' },
  ],
  completion: [
    { line: 'hcm completion bash > /etc/bash_completion.d/hcm', about: '供所有用户使用，在 Linux 上' },
    { line: 'hcm completion powershell >> $PROFILE', about: '在 Windows 上' },
  ],
  version: [
    { line: 'hcm version', about: '仅版本号' },
    { line: 'hcm version --check', about: '是否有较新的版本，以及更改内容' },
    { line: 'hcm version --channel preview', about: '包括尚未稳定的版本' },
  ],
};
