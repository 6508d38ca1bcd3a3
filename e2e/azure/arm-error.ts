/** A failure as ARM tells it: status, code and message in its envelope, with headers of its own where there are some. */
export class ArmError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  get envelope(): object {
    return { error: { code: this.code, message: this.message } };
  }
}

/** As App Service tells one, which answers by itself for what lies in an app or a plan: not in ARM's envelope. */
export class AppServiceError extends ArmError {
  override get envelope(): object {
    const { code, message } = this;
    const entity = { ExtendedCode: '51004', MessageTemplate: '{0}', Parameters: [message] };
    return {
      Code: code,
      Message: message,
      Target: null,
      Details: [
        { Message: message },
        { Code: code },
        { ErrorEntity: { ...entity, Code: code, Message: message } },
      ],
      Innererror: null,
    };
  }
}

export function resourceNotFound(kindAndName: string, resourceGroup: string): ArmError {
  const link = 'For more details please go to https://aka.ms/ARMResourceNotFoundFix';
  const text = `The Resource '${kindAndName}' under resource group '${resourceGroup}' was not found. ${link}`;
  return new ArmError(404, 'ResourceNotFound', text);
}

/** Told before anything that would be in it. */
export function groupNotFound(name: string): ArmError {
  return new ArmError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
}
