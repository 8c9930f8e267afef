package io.breakwater.report;

import io.breakwater.model.Origin;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;

/** What severities and origins are called in reports for people. */
final class Labels {
  private Labels() {}

  static Text of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> new Text("critical", "严重");
      case HIGH -> new Text("high", "高危");
      case MEDIUM -> new Text("medium", "中危");
      case LOW -> new Text("low", "低危");
      case NEGLIGIBLE -> new Text("negligible", "可忽略");
      case UNKNOWN -> new Text("unrated", "未评级");
    };
  }

  static Text of(Origin origin) {
    return switch (origin) {
      case BASE -> new Text("base image", "来自基础镜像");
      case OWN -> new Text("yours", "自有");
      case UNKNOWN -> new Text("unknown", "来源未知");
    };
  }
}
