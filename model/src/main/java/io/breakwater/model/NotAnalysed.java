package io.breakwater.model;

import java.util.Optional;

/**
 * Something in an image that could not be read, and is therefore unknown rather than clean.
 *
 * @param path absolute path inside the image, as {@link Location} writes it
 * @param layer the diffID of the layer, where there is one
 * @param reason the class of the reason
 * @param detail what exactly was wrong, in English, without a full stop; may be empty
 */
public record NotAnalysed(String path, Optional<Digest> layer, Reason reason, String detail) {

  /** Why something could not be read. */
  public enum Reason {
    /** It does not keep to its format. */
    MALFORMED(new Text("malformed", "格式错误")),
    /** It ends before it should. */
    TRUNCATED(new Text("cut short", "内容被截断")),
    /** It is larger, deeper or more numerous than we read. */
    LIMIT(new Text("over a limit", "超出限制")),
    /** It is encrypted. */
    ENCRYPTED(new Text("encrypted", "已加密")),
    /** The system refused to read it. */
    REFUSED(new Text("refused by the system", "系统拒绝读取")),
    /** It is of a format or version that we do not read. */
    UNSUPPORTED(new Text("not supported", "暂不支持")),
    /** Its name or its link leads out of the image. */
    OUTSIDE(new Text("leads out of the image", "指向镜像之外")),
    /** It is stored elsewhere, as foreign layers are. */
    FOREIGN(new Text("stored elsewhere", "存放在别处"));

    private final Text text;

    Reason(Text text) {
      this.text = text;
    }

    /** The reason in words. */
    public Text text() {
      return text;
    }
  }
}
